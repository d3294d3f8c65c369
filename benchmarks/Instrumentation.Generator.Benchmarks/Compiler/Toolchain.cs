using System.Runtime.InteropServices;

namespace Instrumentation.Generator.Benchmarks.Compiler;

/// <summary>What a build compiles with: the compiler of the SDK, the framework's reference assemblies, the analyzers that every project has.</summary>
internal static class Toolchain
{
    private static readonly string s_root = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));
    private static readonly string s_sdk = Newest(Path.Combine(s_root, "sdk"));

    public static string DotNet { get; } = Path.Combine(s_root, OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet");

    public static string Compiler { get; } = Path.Combine(s_sdk, "Roslyn", "bincore", "csc.dll");

    public static string SdkVersion { get; } = Path.GetFileName(s_sdk);

    /// <summary>Our generator and analyzers.</summary>
    public static string Package { get; } = typeof(InstrumentationGenerator).Assembly.Location;

    public static string Abstractions { get; } = typeof(TracedAttribute).Assembly.Location;

    /// <summary>The generator that is compared with.</summary>
    public static string LoggerMessage { get; } = Path.Combine(Newest(Path.Combine(s_root, "packs", "Microsoft.AspNetCore.App.Ref")), "analyzers", "dotnet", "cs", "Microsoft.Extensions.Logging.Generators.dll");

    /// <summary>The framework, as projects reference it.</summary>
    public static IReadOnlyList<string> Framework { get; } =
    [
        .. Directory.GetFiles(Path.Combine(Newest(Path.Combine(s_root, "packs", "Microsoft.NETCore.App.Ref")), "ref", "net10.0"), "*.dll"),
        Path.Combine(Newest(Path.Combine(s_root, "packs", "Microsoft.AspNetCore.App.Ref")), "ref", "net10.0", "Microsoft.Extensions.Logging.Abstractions.dll"),
        Path.Combine(Newest(Path.Combine(s_root, "packs", "Microsoft.AspNetCore.App.Ref")), "ref", "net10.0", "Microsoft.Extensions.DependencyInjection.Abstractions.dll"),
    ];

    /// <summary>What <c>dotnet build</c> analyzes a project with that asks for nothing.</summary>
    public static IReadOnlyList<string> DefaultAnalyzers { get; } =
    [
        .. Directory.GetFiles(Path.Combine(s_sdk, "Sdks", "Microsoft.NET.Sdk", "analyzers"), "*.NetAnalyzers.dll").Where(static path => !path.Contains("VisualBasic")),
        .. Directory.GetFiles(Path.Combine(Newest(Path.Combine(s_root, "packs", "Microsoft.NETCore.App.Ref")), "analyzers", "dotnet", "cs"), "*.dll"),
    ];

    /// <summary>The settings that go with them.</summary>
    public static string DefaultAnalyzerConfig { get; } =
        Path.Combine(s_sdk, "Sdks", "Microsoft.NET.Sdk", "analyzers", "build", "config", "analysislevel_10_default.globalconfig");

    private static string Newest(string folder) => Directory.GetDirectories(folder)
        .OrderBy(static path => Version.TryParse(Path.GetFileName(path).Split('-')[0], out var version) ? version : new Version(0, 0)).Last();
}
