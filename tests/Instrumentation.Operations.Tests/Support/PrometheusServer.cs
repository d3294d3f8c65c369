using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;

namespace Instrumentation.Operations.Tests;

/// <summary>A Prometheus on loopback that scrapes one target every second and evaluates the rules of a pack.</summary>
public sealed class PrometheusServer : IDisposable
{
    private static readonly HttpClient s_http = new();

    private readonly Scratch _scratch = new();
    private readonly Process _process;
    private readonly int _port = FreePort();

    /// <summary>Starts it.</summary>
    public PrometheusServer(string job, Uri target, string rules)
    {
        var config = _scratch.Write("prometheus.yml", $"""
            global: {"{"} scrape_interval: 1s, evaluation_interval: 1s {"}"}
            rule_files: [ '{rules}' ]
            scrape_configs:
              - job_name: {job}
                static_configs: [ {"{"} targets: [ '{target.Authority}' ] {"}"} ]
            """);
        string[] arguments = [$"--config.file={config}", $"--storage.tsdb.path={Path.Combine(_scratch.Folder, "data")}", $"--web.listen-address=127.0.0.1:{_port}", "--log.level=error"];
        _process = Process.Start(new ProcessStartInfo(Servers.Find("prometheus"), arguments) { RedirectStandardError = true })!;
        _process.ErrorDataReceived += static (_, _) => { };
        _process.BeginErrorReadLine();
    }

    /// <summary>The values that a query has now, one for each series; none while the server starts.</summary>
    public async Task<IReadOnlyList<double>> Query(string query)
    {
        try
        {
            using var answer = await s_http.GetAsync(new Uri($"http://127.0.0.1:{_port}/api/v1/query?query={Uri.EscapeDataString(query)}"));
            if (answer.StatusCode == HttpStatusCode.ServiceUnavailable) return [];
            using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
            Assert.True(answer.IsSuccessStatusCode, json.RootElement.ToString());
            return [.. json.RootElement.GetProperty("data").GetProperty("result").EnumerateArray().Select(static series => double.Parse(series.GetProperty("value")[1].GetString()!, System.Globalization.CultureInfo.InvariantCulture))];
        }
        catch (HttpRequestException)
        {
            return [];
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
        _scratch.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
