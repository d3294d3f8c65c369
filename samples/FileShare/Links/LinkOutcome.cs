namespace FileShare.Links;

/// <summary>What came of opening a link.</summary>
internal enum LinkOutcome
{
    Opened,
    Expired,

    /// <summary>All of its downloads are used up.</summary>
    Exhausted,
    Unknown,
}
