using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Instrumentation.EndToEnd.Tests;

/// <summary>The sample after its demo: it has been driven over HTTP with real files, and goes on running.</summary>
public sealed partial class RunningDemo : IAsyncLifetime
{
    private static readonly TimeSpan s_deadline = TimeSpan.FromMinutes(2);

    private readonly StringBuilder _output = new();
    private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ProcessStartInfo _start;
    private Process? _process;

    /// <summary>The sample as the build left it.</summary>
    public RunningDemo()
        : this("dotnet", Sample.Folder, Sample.Assembly)
    {
    }

    /// <summary>Another form of the sample.</summary>
    internal RunningDemo(string program, string folder, params string[] arguments) =>
        _start = new ProcessStartInfo(program, [.. arguments, "--demo", "--keep"]) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder };

    /// <summary>Where it answers.</summary>
    public Uri Address => _address.Task.Result;

    /// <summary>What the demo has printed.</summary>
    public string Output
    {
        get
        {
            lock (_output) return _output.ToString();
        }
    }

    /// <summary>The spans of the trace that the demo has printed: each span's name, behind the branches that lead to it.</summary>
    public IReadOnlyList<string> Spans => [.. Output.Split('\n').TakeWhile(static line => !line.Contains("Business metrics")).Select(static line => Span().Match(line)).Where(static span => span.Success).Select(static span => span.Value)];

    /// <summary>The names of the metrics of the sample's own code, in order.</summary>
    public async Task<IReadOnlyList<string>> MetricNames()
    {
        using var client = new HttpClient();
        var lines = (await client.GetStringAsync(new Uri(Address, "metrics"))).Split('\n');
        return [.. lines.Where(static line => line.Contains("otel_scope_name=\"FileShare\"")).Select(static line => line.Split('{')[0]).Distinct().Order(StringComparer.Ordinal)];
    }

    /// <summary>The sum of a metric over all its series, as the application itself shows it.</summary>
    public async Task<double> Shown(string metric)
    {
        using var client = new HttpClient();
        var lines = (await client.GetStringAsync(new Uri(Address, "metrics"))).Split('\n');
        return lines
            .Where(line => line.StartsWith(metric + "{", StringComparison.Ordinal) || line.StartsWith(metric + " ", StringComparison.Ordinal))
            .Sum(static line => double.Parse(line[(line.LastIndexOf('}') + 1)..].Trim().Split(' ')[0], CultureInfo.InvariantCulture));
    }

    /// <inheritdoc />
    public async ValueTask InitializeAsync()
    {
        _process = Process.Start(_start)!;
        _process.OutputDataReceived += (_, line) => Take(line.Data);
        _process.ErrorDataReceived += (_, line) => Take(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        await _address.Task.WaitAsync(s_deadline);
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync()
    {
        _process?.Kill(entireProcessTree: true);
        _process?.WaitForExit();
        _process?.Dispose();
        return ValueTask.CompletedTask;
    }

    // The last line it prints is the address of its metrics.
    private void Take(string? line)
    {
        if (line is null)
        {
            _address.TrySetException(new InvalidOperationException($"The demo ended early:\n{Output}"));
            return;
        }

        lock (_output) _output.AppendLine(line);
        if (line.Trim().EndsWith("/metrics", StringComparison.Ordinal) && Uri.TryCreate(line.Trim(), UriKind.Absolute, out var metrics)) _address.TrySetResult(new Uri(metrics, "/"));
    }

    [GeneratedRegex(@"^[│├└─ ]*\S+( \S+)?(?=  [\d.]+ ms)")]
    private static partial Regex Span();
}
