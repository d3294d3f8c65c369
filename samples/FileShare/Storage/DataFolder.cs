using Microsoft.Extensions.Options;

namespace FileShare.Storage;

/// <summary>The one folder that holds everything: the database, the files, and the uploads under way. It is made at the first start.</summary>
internal sealed class DataFolder
{
    public DataFolder(IOptions<FileShareOptions> options, IHostEnvironment environment)
    {
        var root = Path.GetFullPath(options.Value.DataFolder, environment.ContentRootPath);
        Database = Path.Combine(root, "fileshare.db");
        Blobs = Directory.CreateDirectory(Path.Combine(root, "files")).FullName;
        Incoming = Directory.CreateDirectory(Path.Combine(root, "incoming")).FullName;
    }

    public string Database { get; }

    public string Blobs { get; }

    public string Incoming { get; }
}
