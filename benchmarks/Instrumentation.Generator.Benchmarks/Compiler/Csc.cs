using System.Diagnostics;
using System.Globalization;
using Instrumentation.Generator.Benchmarks.Synthetic;

namespace Instrumentation.Generator.Benchmarks.Compiler;

/// <summary>What one run of the compiler took.</summary>
internal sealed record CompilerRun(double Wall, double Cpu, double PeakMegabytes, long AssemblyBytes, string Output);

/// <summary>A program on disk and the compiler's command line for it: builds as <c>dotnet build</c> starts them, in a process of their own.</summary>
internal sealed class Csc : IDisposable
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), "generator-benchmarks-" + Guid.NewGuid().ToString("N")[..8]);
    private static readonly string[] s_outputs = ["/out:", "/refout:", "/pdb:", "/doc:", "/generatedfilesout:", "/errorlog:"];

    private readonly string _directory = "";
    private readonly string _response;
    private readonly string _assembly;

    /// <param name="files">The program.</param>
    /// <param name="withPackage">Whether our package is referenced.</param>
    /// <param name="withDefaults">Whether the analyzers that every project has run, too.</param>
    /// <param name="analyzers">Further analyzers and generators.</param>
    public Csc(IReadOnlyList<SyntheticFile> files, bool withPackage, bool withDefaults, params IEnumerable<string> analyzers)
    {
        foreach (var folder in files.Select(file => Path.GetDirectoryName(PathOf(file))!).Distinct()) Directory.CreateDirectory(folder);
        foreach (var file in files) File.WriteAllText(PathOf(file), file.Text);
        _assembly = Path.Combine(_folder, "Acme.dll");
        List<string> arguments =
        [
            "/nologo", "/nostdlib+", "/target:library", "/optimize+", "/deterministic+", "/debug:portable", "/nullable:enable", "/langversion:14", "/warnaserror-", "/utf8output",
            "/features:InterceptorsNamespaces=Instrumentation.Generated", "/nowarn:1701,1702", $"/out:\"{_assembly}\"",
            .. Toolchain.Framework.Select(static path => $"/reference:\"{path}\""),
            .. analyzers.Select(static path => $"/analyzer:\"{path}\""),
            .. files.Select(file => $"\"{PathOf(file)}\""),
        ];
        if (withPackage) arguments.AddRange([$"/reference:\"{Toolchain.Abstractions}\"", $"/analyzer:\"{Toolchain.Package}\""]);
        if (withDefaults) arguments.AddRange([$"/analyzerconfig:\"{Toolchain.DefaultAnalyzerConfig}\"", .. Toolchain.DefaultAnalyzers.Select(static path => $"/analyzer:\"{path}\"")]);
        _response = Write(arguments);
    }

    /// <summary>A command line that is there already. What it writes is put aside.</summary>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="directory">Where it starts.</param>
    public Csc(IEnumerable<string> arguments, string directory)
    {
        Directory.CreateDirectory(_folder);
        _directory = directory;
        _assembly = Path.Combine(_folder, "Acme.dll");
        _response = Write(arguments
            .Where(static argument => !s_outputs.Any(output => argument.StartsWith(output, StringComparison.OrdinalIgnoreCase)) && argument != "/noconfig")
            .Append($"/out:\"{_assembly}\""));
    }

    /// <summary>Compiles.</summary>
    public CompilerRun Run()
    {
        var start = new ProcessStartInfo(Toolchain.DotNet, $"exec \"{Toolchain.Compiler}\" @\"{_response}\"") { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = _directory };
        var cpu = ChildrenCpu();
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var peak = 0L;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        while (!process.WaitForExit(100))
        {
            try
            {
                process.Refresh();
                peak = Math.Max(peak, process.PeakWorkingSet64);
            }
            catch (InvalidOperationException)
            {
                // It ended just now.
            }
        }

        process.WaitForExit();
        var wall = clock.Elapsed.TotalSeconds;
        var text = output.Result + errors.Result;
        if (process.ExitCode != 0) throw new InvalidOperationException($"The compiler ended with {process.ExitCode}:\n{string.Join('\n', text.Split('\n').Take(10))}");
        return new CompilerRun(wall, OperatingSystem.IsLinux() ? ChildrenCpu() - cpu : process.TotalProcessorTime.TotalSeconds, peak / 1e6, new FileInfo(_assembly).Length, text);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Write(IEnumerable<string> arguments)
    {
        var response = Path.Combine(_folder, "Acme.rsp");
        File.WriteAllLines(response, arguments);
        return response;
    }

    // Linux tells the processor time of processes that have ended as that of their parent's children.
    private static double ChildrenCpu()
    {
        if (!OperatingSystem.IsLinux()) return 0;
        var fields = File.ReadAllText("/proc/self/stat");
        var values = fields[(fields.LastIndexOf(')') + 2)..].Split(' ');
        return (long.Parse(values[13], CultureInfo.InvariantCulture) + long.Parse(values[14], CultureInfo.InvariantCulture)) / 100.0;
    }

    private string PathOf(SyntheticFile file) => Path.Combine(_folder, file.Path.TrimStart('/'));
}
