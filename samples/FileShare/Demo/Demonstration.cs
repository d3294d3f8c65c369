using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Spectre.Console;

namespace FileShare.Demo;

/// <summary>How the demo runs: where it keeps its files, and whether the service goes on afterwards.</summary>
internal sealed record DemoOptions(string Folder, bool Keep);

/// <summary>Waits for the service, drives it, reports, and ends it. The exit code is 0 only where every count was right.</summary>
internal sealed class Demonstration(DemoOptions options, IServer server, IHostApplicationLifetime lifetime, IHostEnvironment environment, AheadClock clock)
    : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        Environment.ExitCode = 1;
        lifetime.ApplicationStopped.Register(() => Directory.Delete(options.Folder, recursive: true));
        await Started(stoppingToken);
        try
        {
            if (await Run()) Environment.ExitCode = 0;
        }
        catch (Exception exception) when (exception is InvalidOperationException or HttpRequestException)
        {
            AnsiConsole.MarkupLineInterpolated($"\n[red]The demo failed:[/] {exception.Message}");
        }

        if (options.Keep) SayWhere();
        else lifetime.StopApplication();
    }

    private Uri Address => new(server.Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.First());

    private async Task<bool> Run()
    {
        using var spans = new SpanCollector();
        var tally = new Tally();
        var script = new DemoScript(Address, clock, RealFiles.Near(environment.ContentRootPath), tally, AnsiConsole.Console);
        var metrics = new ScrapedMetrics(await script.Run());
        AnsiConsole.WriteLine();

        var report = new DemoReport(AnsiConsole.Console);
        report.Print(spans.TraceWith("FileStore.Upload"));
        var agrees = report.Print(tally, metrics);
        report.Print(metrics);
        return agrees;
    }

    // Plainly: a console of 80 columns must not cut the addresses in two.
    private void SayWhere()
    {
        Console.WriteLine("Still running. Ctrl+C ends it.");
        Console.WriteLine($"  {Address}");
        Console.WriteLine($"  {new Uri(Address, "metrics")}");
    }

    private async Task Started(CancellationToken stopping)
    {
        var started = new TaskCompletionSource();
        await using var _ = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stopping);
    }
}
