using System.Reflection;
using System.Text.RegularExpressions;

namespace Instrumentation.Generator.Tests.Conventions;

/// <summary>The arrows of <c>docs/architecture.md</c>: who may know whom.</summary>
public sealed class LayeringTests
{
    private static readonly string s_generator = Path.Combine(Repository.Root, "src", "Instrumentation.Generator");

    [Fact]
    public void TheGeneratorLoadsWithNothingButTheCompiler()
    {
        var references = typeof(InstrumentationGenerator).Assembly.GetReferencedAssemblies().Select(static name => name.Name).Order();

        // The compiler brings the reader of metadata along, as it does the immutable collections.
        Assert.Equal(["Microsoft.CodeAnalysis", "Microsoft.CodeAnalysis.CSharp", "System.Collections.Immutable", "System.Reflection.Metadata", "netstandard"], references.Except(["System.Memory", "System.Runtime.CompilerServices.Unsafe"]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void EmittersSeeNoSymbols()
    {
        var emitters = Sources().Where(static file => file.EndsWith("Emitter.cs", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(emitters);
        Assert.All(emitters, static file => Assert.DoesNotMatch(@"\bI(Method|NamedType|Type|Parameter|Property)?Symbol\b|SemanticModel|\bCompilation\b", File.ReadAllText(file)));
    }

    [Fact]
    public void NothingInTheCompilerDoesIO()
    {
        Assert.All(Sources(), static file => Assert.DoesNotMatch(@"\b(File|Directory|Environment|Process)\.\w+\(|RS10(35|38)|RS2008", File.ReadAllText(file)));
    }

    [Fact]
    public void TheNamesOfTheAttributesResolve()
    {
        var abstractions = typeof(TracedAttribute).Assembly;
        var names = typeof(AttributeNames).GetFields(BindingFlags.Static | BindingFlags.Public)
            .Where(static field => field.IsLiteral && field.Name is not (nameof(AttributeNames.Namespace) or nameof(AttributeNames.AbstractionsAssembly)))
            .Select(static field => (string)field.GetRawConstantValue()!).ToList();

        Assert.True(names.Count >= 12);
        Assert.All(names, name => Assert.NotNull(abstractions.GetType(name)));
        Assert.Equal(AttributeNames.AbstractionsAssembly, abstractions.GetName().Name);
    }

    [Fact]
    public void TheRuntimeTypesThatGeneratedCodeNamesResolve()
    {
        foreach (var field in typeof(Generator.Interception.TypeNames).GetFields(BindingFlags.Static | BindingFlags.Public))
        {
            var name = ((string)field.GetRawConstantValue()!).Replace("global::", "");
            if (!name.StartsWith("Instrumentation.", StringComparison.Ordinal)) continue;
            Assert.Contains(typeof(TracedAttribute).Assembly.GetExportedTypes(), type => Regex.Replace(type.FullName!, @"`\d+$", "") == name);
        }
    }

    [Fact]
    public void EnumsThatAreWrittenTwiceAgree()
    {
        Assert.Equal(
            Enum.GetValues<MetricKind>().Select(static kind => $"{kind}={(int)kind}"),
            Enum.GetValues<Generator.Metrics.MetricKind>().Select(static kind => $"{kind}={(int)kind}"));
    }

    [Fact]
    public void SourceFilesStaySmallAndNoneIsADrawer()
    {
        var files = Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.cs", SearchOption.AllDirectories).Where(static file => !Regex.IsMatch(file, @"[/\\](obj|bin)[/\\]")).ToList();

        Assert.NotEmpty(files);
        Assert.All(files, static file => Assert.True(File.ReadLines(file).Count() <= 400, $"{file} has more than 400 lines"));
        Assert.All(files, static file => Assert.DoesNotMatch("(?i)(helper|util|common|misc|manager)", Path.GetFileName(file)));
    }

    private static IEnumerable<string> Sources() =>
        Directory.EnumerateFiles(s_generator, "*.cs", SearchOption.AllDirectories).Where(static file => !Regex.IsMatch(file, @"[/\\](obj|bin)[/\\]"));
}
