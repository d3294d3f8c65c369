using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Instrumentation.Generator.Privacy;

/// <summary>Whether there can be any personal data in a compilation: where there is none, nothing is looked at.</summary>
internal static class PiiGate
{
    private const string ComplianceAssembly = "Microsoft.Extensions.Compliance.Abstractions";
    private const string HostingAssembly = "Instrumentation.Hosting";

    public static bool IsOpen(Compilation compilation, CancellationToken cancellation)
    {
        var marks = compilation.GetTypeByMetadataName(AttributeNames.Pii);
        var mayBeClassified = MayBeClassified(compilation, cancellation);
        if (mayBeClassified) return true;
        if (marks is null) return false;
        if (compilation.SyntaxTrees.Any(tree => HasMark(tree, cancellation))) return true;
        return compilation.SourceModule.ReferencedAssemblySymbols.Any(static assembly => assembly.Name != AttributeNames.AbstractionsAssembly && IsMarked(assembly));
    }

    /// <summary>
    /// Whether anything can be marked by a data classification. The package alone is no sign of it, many libraries bring it along: somebody has to
    /// derive an attribute from it.
    /// </summary>
    public static bool MayBeClassified(Compilation compilation, CancellationToken cancellation)
    {
        if (compilation.GetTypesByMetadataName(PiiMarks.ClassificationAttribute).IsEmpty) return false;
        return compilation.SourceModule.ReferencedAssemblySymbols.Any(DefinesClassifications) || compilation.SyntaxTrees.Any(tree => HasClassification(tree, cancellation));
    }

    private static bool DefinesClassifications(IAssemblySymbol assembly) =>
        assembly.Name != HostingAssembly && !assembly.Name.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal)
        && assembly.Modules.Any(static module => module.ReferencedAssemblies.Any(static reference => reference.Name == ComplianceAssembly));

    // `class PrivateDataAttribute : DataClassificationAttribute`, and the one that the package has itself.
    private static bool HasClassification(SyntaxTree tree, CancellationToken cancellation) => tree.GetRoot(cancellation)
        .DescendantNodes(static node => node is not (StatementSyntax or ExpressionSyntax or ArrowExpressionClauseSyntax))
        .Any(static node => node switch
        {
            BaseTypeSyntax ancestor => IsNamed(ancestor.Type, "DataClassificationAttribute"),
            AttributeSyntax attribute => IsNamed(attribute.Name, "UnknownDataClassification") || IsNamed(attribute.Name, "UnknownDataClassificationAttribute"),
            UsingDirectiveSyntax { Alias: not null, NamespaceOrType: { } target } => IsNamed(target, "DataClassificationAttribute"),
            _ => false,
        });

    private static bool IsNamed(TypeSyntax type, string name) => type switch
    {
        QualifiedNameSyntax qualified => IsNamed(qualified.Right, name),
        AliasQualifiedNameSyntax alias => IsNamed(alias.Name, name),
        SimpleNameSyntax simple => simple.Identifier.ValueText == name,
        _ => false,
    };

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
