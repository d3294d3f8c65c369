using System.Collections.Immutable;
using System.Text;
using Instrumentation.Generator.Benchmarks.Synthetic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Instrumentation.Generator.Benchmarks.Compiler;

/// <summary>A program in memory, for what is measured inside of this process.</summary>
internal sealed class InMemory
{
    private static readonly CSharpParseOptions s_parse = CSharpParseOptions.Default
        .WithLanguageVersion(LanguageVersion.Preview)
        .WithFeatures([new("InterceptorsNamespaces", "Instrumentation.Generated")]);

    private static readonly Lazy<Type> s_loggerMessage = new(static () => System.Reflection.Assembly.LoadFrom(Toolchain.LoggerMessage).GetType("Microsoft.Extensions.Logging.Generators.LoggerMessageGenerator", throwOnError: true)!);

    private static readonly Lazy<MetadataReference[]> s_framework = new(static () => [.. Toolchain.Framework.Select(static path => MetadataReference.CreateFromFile(path))]);

    /// <summary>All of our analyzers.</summary>
    public static ImmutableArray<DiagnosticAnalyzer> Analyzers { get; } =
    [
        .. typeof(InstrumentationGenerator).Assembly.GetTypes()
            .Where(static type => type.IsSubclassOf(typeof(DiagnosticAnalyzer)) && !type.IsAbstract)
            .Select(static type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    public static CSharpCompilation Compile(IEnumerable<SyntheticFile> files, bool withPackage) => CSharpCompilation.Create(
        "Acme",
        files.AsParallel().AsOrdered().Select(static file => Parse(file)),
        withPackage ? s_framework.Value.Append(MetadataReference.CreateFromFile(Toolchain.Abstractions)) : s_framework.Value,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, optimizationLevel: OptimizationLevel.Release, deterministic: true)
            .WithSpecificDiagnosticOptions([new("CS1701", ReportDiagnostic.Suppress), new("CS1702", ReportDiagnostic.Suppress)]));

    public static SyntaxTree Parse(SyntheticFile file) => CSharpSyntaxTree.ParseText(file.Text, s_parse, file.Path, Encoding.UTF8);

    /// <summary>A driver as builds have it, or as editors do.</summary>
    public static GeneratorDriver Driver(ISourceGenerator generator, bool asEditor = false, bool tracks = false) => CSharpGeneratorDriver.Create(
        [generator],
        parseOptions: s_parse,
        optionsProvider: new Options(),
        driverOptions: new GeneratorDriverOptions(asEditor ? IncrementalGeneratorOutputKind.Implementation : IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: tracks));

    public static ISourceGenerator Ours() => new InstrumentationGenerator().AsSourceGenerator();

    /// <summary>The generator that is compared with.</summary>
    public static ISourceGenerator LoggerMessage() => ((IIncrementalGenerator)Activator.CreateInstance(s_loggerMessage.Value)!).AsSourceGenerator();

    /// <summary>Compiles into memory; the number of bytes.</summary>
    public static long Emit(Compilation compilation)
    {
        using var image = new MemoryStream();
        using var symbols = new MemoryStream();
        var result = compilation.Emit(image, symbols);
        return result.Success ? image.Length : throw new InvalidOperationException(string.Join("\n", result.Diagnostics.Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Take(10)));
    }

    private sealed class Options : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Global();

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;

        private sealed class Global : AnalyzerConfigOptions
        {
            public override bool TryGetValue(string key, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value)
            {
                value = key == "build_property.ProjectDir" ? "/app/" : null;
                return value is not null;
            }
        }
    }
}
