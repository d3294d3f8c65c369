using Instrumentation.Generator.Privacy;
using Instrumentation.Generator.Roslyn;
using Instrumentation.Testing;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Tests.Privacy;

/// <summary>The tables name types and members that exist: a misspelt row would watch nothing.</summary>
public sealed class TableTests
{
    // Obsolete or not part of what the tests run on.
    private static readonly HashSet<string> s_elsewhere = ["System.Diagnostics.EventLog", "System.Security.Cryptography.ProtectedData", "System.IO.Hashing.NonCryptographicHashAlgorithm"];

    private static readonly Compilation s_program = Generation.Of([new SourceFile("/app/Program.cs", "")], Web()).Output;

    public static TheoryData<string, string> Rows =>
    [
        .. PiiSinks.Rows.Concat(PiiExposures.Rows).Select(static row => (row.Type, row.Members))
            .Concat(PiiSafeguards.Sanitizers)
            .Concat(PiiSafeguards.Serializers.Select(static row => (row.Type, row.Members)))
            .Concat(PiiSafeguards.Rules.Select(static row => (row.Type, row.Members)))
            .Where(static row => IsFramework(row.Type))
            .Distinct()
            .Select(static row => new TheoryDataRow<string, string>(row.Type, row.Members)),
    ];

    [Theory]
    [MemberData(nameof(Rows))]
    public void EveryRowOfTheFrameworkResolves(string type, string members)
    {
        var found = s_program.GetTypesByMetadataName(type);

        Assert.NotEmpty(found);
        Assert.True(s_program.HasType(type));
        foreach (var member in members.Split(' ').Where(static member => member != "*"))
            Assert.Contains(found, candidate => Members(candidate).Contains(member == "Item" ? "this[]" : member));
    }

    [Fact]
    public void ParametersThatAreNamedExist()
    {
        foreach (var row in PiiSinks.Rows.Concat(PiiExposures.Rows).Where(static row => IsFramework(row.Type)))
        {
            var parameters = s_program.GetTypesByMetadataName(row.Type).SelectMany(static type => type.GetMembers()).OfType<IMethodSymbol>()
                .Where(method => row.Members.Split(' ').Contains(method.Name)).SelectMany(static method => method.Parameters).Select(static parameter => parameter.Name).ToHashSet();
            foreach (var name in row.Only.Split(' ', StringSplitOptions.RemoveEmptyEntries)) Assert.True(parameters.Contains(name), $"{row.Type} {row.Members} has no parameter '{name}'");
        }
    }

    private static bool IsFramework(string type) => !s_elsewhere.Contains(type)
        && (type.StartsWith("System.", StringComparison.Ordinal) || type.StartsWith("Microsoft.Extensions.Logging", StringComparison.Ordinal) || type.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal));

    private static HashSet<string> Members(INamedTypeSymbol type)
    {
        var names = new HashSet<string>();
        for (var ancestor = type; ancestor is not null; ancestor = ancestor.BaseType) names.UnionWith(ancestor.GetMembers().Select(static member => member.Name));
        return names;
    }

    private static IEnumerable<MetadataReference> Web() => ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
        .Where(static path => Path.GetFileName(path).StartsWith("Microsoft.AspNetCore.", StringComparison.Ordinal))
        .Select(static path => MetadataReference.CreateFromFile(path));
}
