using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

// The meter is one for the process: counts are exact only where one test runs at a time.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
[assembly: AssemblyFixture(typeof(FileShare.Tests.Harness.Service))]

namespace FileShare.Tests.Harness;

/// <summary>The service as it is shipped, on a real server at a free port, with a data folder and a clock of its own.</summary>
public sealed class Service : WebApplicationFactory<Program>
{
    private readonly (string Key, string Value)[] _settings;
    private readonly bool _ownsFolder;

    /// <summary>For the tests that can share one.</summary>
    public Service()
        : this(null)
    {
    }

    /// <summary>Starts it.</summary>
    /// <param name="folder">Data that is there already; <see langword="null"/>: none.</param>
    /// <param name="settings">What differs from appsettings.json, below <c>FileShare</c>.</param>
    internal Service(string? folder, params (string Key, string Value)[] settings)
    {
        _settings = settings;
        _ownsFolder = folder is null;
        Folder = folder ?? Directory.CreateTempSubdirectory("fileshare-tests-").FullName;
        UseKestrel(0);
        StartServer();
    }

    internal string Folder { get; }

    internal TestClock Clock { get; } = new();

    internal LogRecorder Logs { get; } = new();

    /// <summary>The content of every file that was stored or is on its way in.</summary>
    internal IEnumerable<FileInfo> Blobs => new DirectoryInfo(Path.Combine(Folder, "files")).EnumerateFiles().Concat(Incoming);

    internal IEnumerable<FileInfo> Incoming => new DirectoryInfo(Path.Combine(Folder, "incoming")).EnumerateFiles();

    /// <summary>Somebody who is not signed in.</summary>
    internal HttpClient Stranger() => CreateClient(new WebApplicationFactoryClientOptions { BaseAddress = ClientOptions.BaseAddress, HandleCookies = false, AllowAutoRedirect = false });

    /// <summary>Somebody who has an account and is signed in.</summary>
    internal async Task<User> NewUser()
    {
        var user = new User(Stranger(), $"{Guid.NewGuid():N}@example.org");
        await user.Register();
        return user;
    }

    internal async Task<string> Metrics()
    {
        using var stranger = Stranger();
        return await stranger.GetStringAsync("/metrics");
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        builder.UseSetting("Urls", "http://127.0.0.1:0");
        builder.UseSetting("FileShare:DataFolder", Folder);
        foreach (var (key, value) in _settings) builder.UseSetting($"FileShare:{key}", value);
        builder.ConfigureLogging(logging =>
        {
            logging.ClearProviders();
            logging.AddProvider(Logs);
            logging.AddFilter("FileShare", LogLevel.Trace);
        });
        builder.ConfigureTestServices(services => services.AddSingleton<TimeProvider>(Clock));
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing && _ownsFolder && Directory.Exists(Folder)) Directory.Delete(Folder, recursive: true);
    }
}
