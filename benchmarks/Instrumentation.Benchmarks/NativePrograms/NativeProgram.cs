using System.Diagnostics;
using Instrumentation.Benchmarks.Tracing;

namespace Instrumentation.Benchmarks.NativePrograms;

/// <summary>A program that was written, and compiled to machine code, to be measured.</summary>
internal sealed class NativeProgram
{
    private readonly ProcessStartInfo _start;

    private NativeProgram(string way, string path)
    {
        Way = way;
        _start = new ProcessStartInfo(path) { RedirectStandardOutput = true };
        Bytes = new FileInfo(path).Length;
    }

    /// <summary>How its methods are traced and measured.</summary>
    public string Way { get; }

    /// <summary>Its size. Symbols are a file of their own.</summary>
    public long Bytes { get; }

    /// <summary>Writes it below a folder of the repository, so that it has the repository's build properties, and publishes it.</summary>
    /// <exception cref="InvalidOperationException">It could not be compiled.</exception>
    public static NativeProgram Publish(string folder, string way, int classes)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "Program.cs"), ProgramText.Write(way, classes));
        File.WriteAllText(Path.Combine(folder, "App.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <PublishAot>true</PublishAot>
              </PropertyGroup>
              {(way == Ways.Ours ? """<Import Project="$(RepositoryRoot)eng/Instrumented.targets" />""" : "")}
            </Project>
            """);
        Run("dotnet", folder, "publish", "-c", "Release", "-o", "published", "--nologo", "-v", "q", $"-p:CppCompilerAndLinker={Linker()}");
        return new NativeProgram(way, Path.Combine(folder, "published", OperatingSystem.IsWindows() ? "App.exe" : "App"));
    }

    /// <summary>Runs it from start to end.</summary>
    /// <returns>How long it took, in nanoseconds.</returns>
    public double RunOnce()
    {
        var start = Stopwatch.GetTimestamp();
        using var process = Process.Start(_start)!;
        process.WaitForExit();
        var elapsed = Stopwatch.GetElapsedTime(start);
        return process.ExitCode == 0 ? elapsed.TotalNanoseconds : throw new InvalidOperationException($"The program '{Way}' ended with {process.ExitCode}.");
    }

    private static void Run(string program, string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true };

        // The build that started this program has left settings behind that are not meant for another one.
        foreach (var name in start.Environment.Keys.Where(static name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList()) start.Environment.Remove(name);
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0) throw new InvalidOperationException($"'{program} {string.Join(' ', arguments)}' ended with {process.ExitCode}:\n{output}");
    }

    // The SDK asks for clang; gcc links as well.
    private static string Linker() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(static folder => File.Exists(Path.Combine(folder, "clang"))) ? "clang" : "gcc";
}
