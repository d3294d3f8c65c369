namespace FileShare.Links;

/// <summary>Links that give others a file.</summary>
[OwnedBy("sharing")]
[Objective(LatencyMs = 250, Percentile = 99)]
public sealed class ShareLinks
{
    [Traced("create share link"), Measured]
    [BusinessMetric("share.links.created", Unit = "{link}", Description = "Share links that users created.")]
    public string Create(Guid file) => file.ToString("n");

    [Traced("open share link"), Measured]
    [BusinessMetric("share.links.opened", Unit = "{link}", Description = "Share links that were opened.")]
    public Guid Open(string token) => Guid.Parse(token);
}
