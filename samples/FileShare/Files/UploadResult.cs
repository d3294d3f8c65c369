namespace FileShare.Files;

/// <summary>Why a file was not taken. These are answers, not failures: they do not count against the service's objective.</summary>
internal enum UploadRefusal
{
    /// <summary>It is larger than any file may be.</summary>
    TooLarge,

    /// <summary>The owner's quota is used up.</summary>
    QuotaExceeded,
}

/// <summary>What came of an upload: the file, or the reason why there is none.</summary>
internal sealed record UploadResult(StoredFile? File, UploadRefusal? Refusal)
{
    public static UploadResult Of(StoredFile file) => new(file, null);

    public static UploadResult Refused(UploadRefusal refusal) => new(null, refusal);
}
