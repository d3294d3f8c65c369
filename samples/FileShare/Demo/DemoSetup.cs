namespace FileShare.Demo;

/// <summary>
/// <c>--demo</c>: the service drives itself with real files, then compares what it shows with what was done. <c>--keep</c>: it goes on
/// running afterwards.
/// </summary>
internal static class DemoSetup
{
    public static void AddDemo(this WebApplicationBuilder builder, string[] args)
    {
        if (!args.Contains("--demo")) return;

        var folder = Directory.CreateTempSubdirectory("fileshare-demo-").FullName;
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Urls"] = "http://127.0.0.1:0",
            ["FileShare:DataFolder"] = folder,
            ["Logging:LogLevel:Default"] = "Warning",
        });
        builder.Services.AddSingleton<AheadClock>();
        builder.Services.AddSingleton<TimeProvider>(static services => services.GetRequiredService<AheadClock>());
        builder.Services.AddHostedService(services => ActivatorUtilities.CreateInstance<Demonstration>(
            services, new DemoOptions(folder, Keep: args.Contains("--keep"))));
    }
}
