using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Instrumentation.Generator.Privacy;

/// <summary>Whether there can be any personal data in a compilation: where there is none, nothing is looked at.</summary>
internal static class PiiGate
{
    public static bool IsOpen(Compilation compilation, CancellationToken cancellation)
    {
        var marks = compilation.GetTypeByMetadataName(AttributeNames.Pii);
        var classification = compilation.GetTypesByMetadataName(PiiMarks.ClassificationAttribute);
        if (marks is null && classification.IsEmpty) return false;
        if (!classification.IsEmpty) return true;
        if (compilation.SyntaxTrees.Any(tree => HasMark(tree, cancellation))) return true;
        return compilation.SourceModule.ReferencedAssemblySymbols.Any(static assembly => assembly.Name != AttributeNames.AbstractionsAssembly && IsMarked(assembly));
    }

    private static bool HasMark(SyntaxTree tree, CancellationToken cancellation) => tree.GetRoot(cancellation)
        .DescendantNodes(static node => node is not (AttributeListSyntax or UsingDirectiveSyntax))
        .OfType<AttributeListSyntax>()
        .Any(static list => list.Attributes.Any(static attribute => IsMark(attribute.Name)));

    private static bool IsMark(NameSyntax name) => name switch
    {
        QualifiedNameSyntax qualified => IsMark(qualified.Right),
        AliasQualifiedNameSyntax alias => IsMark(alias.Name),
        SimpleNameSyntax simple => simple.Identifier.ValueText is "Pii" or "PiiAttribute",
        _ => false,
    };

    // An assembly can only have marks if it references the assembly that they come from.
    private static bool IsMarked(IAssemblySymbol assembly) =>
        assembly.Modules.Any(static module => module.ReferencedAssemblies.Any(static reference => reference.Name == AttributeNames.AbstractionsAssembly));
}
