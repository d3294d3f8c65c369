using System.Collections.Immutable;
using Instrumentation.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Instrumentation.Testing;

/// <summary>A file of a test program.</summary>
public sealed record SourceFile(string Path, string Text);

/// <summary>One run of the generator, and the means to edit the source and run it again.</summary>
public sealed class Generation
{
    private static int s_programs;

    private readonly GeneratorDriver _driver;
    private readonly CSharpCompilation _input;

    private Generation(GeneratorDriver driver, CSharpCompilation input)
    {
        _input = input;
        _driver = driver.RunGeneratorsAndUpdateCompilation(input, out var output, out var diagnostics);
        Output = output;
        GeneratorDiagnostics = diagnostics;
        Result = _driver.GetRunResult().Results.Single();
    }

    /// <summary>The program as it was written.</summary>
    public CSharpCompilation Input => _input;

    /// <summary>The program with the generated files.</summary>
    public Compilation Output { get; }

    /// <summary>What the generator itself reported; an exception that escapes it is among them (CS8785).</summary>
    public ImmutableArray<Diagnostic> GeneratorDiagnostics { get; }

    /// <summary>The generated files and the steps that made them.</summary>
    public GeneratorRunResult Result { get; }

    /// <summary>The name of the program's assembly, and so of its source and meter.</summary>
    public string AssemblyName => _input.AssemblyName!;

    /// <summary>Runs the generator over a program in one file.</summary>
    public static Generation Of(string source, params MetadataReference[] references) => Of([new SourceFile("/app/Program.cs", source)], references);

    /// <summary>Runs the generator over a program.</summary>
    /// <param name="files">The files.</param>
    /// <param name="references">What it references besides the framework and the attributes.</param>
    /// <param name="assemblyName">Its name; one of its own where none is given.</param>
    /// <param name="language">The C# that it is written in.</param>
    /// <param name="interceptors">The namespaces that it lets intercept.</param>
    /// <param name="isEnabled">Whether the project wants anything generated (<c>InstrumentationEnabled</c>).</param>
    /// <param name="adjust">Changes the options that it is compiled with.</param>
    /// <param name="properties">Further properties of the project that the compiler sees.</param>
    public static Generation Of(
        IEnumerable<SourceFile> files,
        IEnumerable<MetadataReference>? references = null,
        string? assemblyName = null,
        LanguageVersion language = LanguageVersion.Preview,
        string interceptors = "Instrumentation.Generated",
        bool isEnabled = true,
        Func<CSharpCompilationOptions, CSharpCompilationOptions>? adjust = null,
        IReadOnlyDictionary<string, string>? properties = null)
    {
        // The SDK keeps quiet about newer versions of references, too.
        var options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, allowUnsafe: true)
            .WithSpecificDiagnosticOptions([new("CS1701", ReportDiagnostic.Suppress), new("CS1702", ReportDiagnostic.Suppress)]);
        var parseOptions = CSharpParseOptions.Default.WithLanguageVersion(language).WithFeatures([new("InterceptorsNamespaces", interceptors)]);
        var trees = files.Select(file => CSharpSyntaxTree.ParseText(file.Text, parseOptions, file.Path, System.Text.Encoding.UTF8));
        var compilation = CSharpCompilation.Create(
            assemblyName ?? $"Program{Interlocked.Increment(ref s_programs)}",
            trees.Append(CSharpSyntaxTree.ParseText(ImplicitUsings, parseOptions, "/app/ImplicitUsings.cs", System.Text.Encoding.UTF8)),
            TestReferences.All.Concat(references ?? []),
            adjust?.Invoke(options) ?? options);
        var visible = new Dictionary<string, string> { ["build_property.ProjectDir"] = "/app/", ["build_property.InstrumentationEnabled"] = isEnabled ? "true" : "false" };
        foreach (var property in properties ?? new Dictionary<string, string>()) visible.Add("build_property." + property.Key, property.Value);
        var driver = CSharpGeneratorDriver.Create(
            [new InstrumentationGenerator().AsSourceGenerator()],
            parseOptions: parseOptions,
            optionsProvider: new ProjectOptions(visible),
            driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
        return new Generation(driver, compilation);
    }

    /// <summary>Replaces a text in one of the files and runs the same generator again.</summary>
    public Generation Edit(string path, Func<string, string> edit)
    {
        var tree = _input.SyntaxTrees.Single(tree => tree.FilePath == path);
        var before = tree.ToString();
        var after = edit(before);
        if (after == before) throw new ArgumentException("The edit changes nothing.", nameof(edit));
        return new Generation(_driver, _input.ReplaceSyntaxTree(tree, CSharpSyntaxTree.ParseText(after, (CSharpParseOptions)tree.Options, path, System.Text.Encoding.UTF8)));
    }

    /// <summary>The program with the generated files, and a file by another generator: ours could not see it.</summary>
    public Compilation WithUnseen(string text) => Output.AddSyntaxTrees(
        CSharpSyntaxTree.ParseText("// <auto-generated/>\n#nullable enable\n" + text, (CSharpParseOptions)_input.SyntaxTrees[0].Options, "Other.g.cs", System.Text.Encoding.UTF8));

    /// <summary>The generated file of that name.</summary>
    public string File(string hintName) => Result.GeneratedSources.Single(source => source.HintName == hintName).SourceText.ToString();

    /// <summary>The errors and warnings of the program with the generated files.</summary>
    public IReadOnlyList<Diagnostic> Problems() =>
        [.. GeneratorDiagnostics.Concat(Output.GetDiagnostics()).Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)];

    /// <summary>Compiles the program; throws where it does not compile without a warning.</summary>
    public byte[] Emit()
    {
        if (Problems() is { Count: > 0 } problems) throw new InvalidOperationException(string.Join("\n", problems));
        using var image = new MemoryStream();
        var result = Output.Emit(image);
        return result.Success ? image.ToArray() : throw new InvalidOperationException(string.Join("\n", result.Diagnostics));
    }

    /// <summary>The compiled program as a reference of another one.</summary>
    public MetadataReference Reference() => MetadataReference.CreateFromImage(Emit());

    /// <summary>What a build hands to referencing projects: no bodies, and nothing private.</summary>
    public MetadataReference ReferenceAssembly()
    {
        using var image = new MemoryStream();
        var result = Output.Emit(image, options: new Microsoft.CodeAnalysis.Emit.EmitOptions(metadataOnly: true, includePrivateMembers: false));
        return result.Success ? MetadataReference.CreateFromImage(image.ToArray()) : throw new InvalidOperationException(string.Join("\n", result.Diagnostics));
    }

    /// <summary>Compiles and loads the program, with the libraries that it references.</summary>
    public LoadedProgram Load(params Generation[] libraries) => new(AssemblyName, Emit(), [.. libraries.Select(static library => library.Emit())]);

    private const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using Instrumentation;
        global using Microsoft.Extensions.Logging;
        """;
}
