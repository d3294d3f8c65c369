using Instrumentation.Generator.Methods;
using Instrumentation.Generator.Privacy;
using Instrumentation.Generator.Roslyn;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Catalog;

/// <summary>Finds what is marked by data classifications, whose attributes have any name.</summary>
internal static class ClassifiedDataParser
{
    public static EquatableArray<PersonalDatum> Read(Compilation compilation, CancellationToken cancellation)
    {
        // Where there can be none, nothing is looked at.
        if (!PiiGate.MayBeClassified(compilation, cancellation)) return EquatableArray<PersonalDatum>.Empty;
        var found = new List<PersonalDatum>();
        Collect(compilation.Assembly.GlobalNamespace, found, cancellation);
        return found.ToEquatableArray();
    }

    private static void Collect(INamespaceOrTypeSymbol container, List<PersonalDatum> found, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        foreach (var member in container.GetMembers())
        {
            if (member is INamespaceOrTypeSymbol inner) Collect(inner, found, cancellation);
            if (member is not INamespaceSymbol) Add(member, found);
            foreach (var parameter in member switch { IMethodSymbol method => method.Parameters, IPropertySymbol property => property.Parameters, _ => [] }) Add(parameter, found);
        }
    }

    private static void Add(ISymbol symbol, List<PersonalDatum> found)
    {
        if (symbol.IsImplicitlyDeclared || PiiMarks.ClassificationOf(symbol) is not { } classification) return;
        found.Add(new PersonalDatum(MarkedDataParser.Describe(symbol), "unspecified", "none", SourcePositions.Of(symbol)) { Classification = classification.Name.Replace("Attribute", "") });
    }
}
