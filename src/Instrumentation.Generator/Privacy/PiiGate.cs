using Instrumentation.Generator.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Instrumentation.Generator.Privacy;

/// <summary>Whether there can be any personal data in a compilation: where there is none, nothing is looked at.</summary>
internal static class PiiGate
{
    private const string ComplianceAssembly = "Microsoft.Extensions.Compliance.Abstractions";
    private const string HostingAssembly = "Instrumentation.Hosting";

    /// <summary>What our mark is called where it stands.</summary>
    public static readonly IReadOnlyList<string> MarkNames = ["Pii", "PiiAttribute"];

    /// <summary>What the classifications of the package are called, and what others derive from.</summary>
    public static readonly IReadOnlyList<string> ClassificationNames = [PiiMarks.Classification, "UnknownDataClassification", "UnknownDataClassificationAttribute"];

    private static readonly NamesInTree s_marks = new(MarkNames);
    private static readonly NamesInTree s_classifications = new(ClassificationNames);

    public static bool IsOpen(Compilation compilation, CancellationToken cancellation)
    {
        var marks = compilation.GetTypeByMetadataName(AttributeNames.Pii);
        var mayBeClassified = MayBeClassified(compilation, cancellation);
        if (mayBeClassified) return true;
        if (marks is null) return false;
        if (compilation.SyntaxTrees.Any(tree => HasMark(tree, cancellation))) return true;
        return compilation.SourceModule.ReferencedAssemblySymbols.Any(IsMarked);
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

    /// <summary>Whether a reference may have marks of some kind in it.</summary>
    public static bool MayHaveMarks(IAssemblySymbol assembly) => IsMarked(assembly) || DefinesClassifications(assembly);

    /// <summary>Whether a reference may define classifications, or use them.</summary>
    public static bool DefinesClassifications(IAssemblySymbol assembly) =>
        assembly.Name != HostingAssembly && !assembly.Name.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal)
        && assembly.Modules.Any(static module => module.ReferencedAssemblies.Any(static reference => reference.Name == ComplianceAssembly));

    // `class PrivateDataAttribute : DataClassificationAttribute`, and the one that the package has itself.
    private static bool HasClassification(SyntaxTree tree, CancellationToken cancellation) => s_classifications.In(tree, cancellation).Any(static name =>
        name.Identifier.ValueText == "DataClassificationAttribute" ? Whole(name).Parent is BaseTypeSyntax or UsingDirectiveSyntax { Alias: not null } : Whole(name).Parent is AttributeSyntax);

    private static bool HasMark(SyntaxTree tree, CancellationToken cancellation) => s_marks.In(tree, cancellation).Any(static name => Whole(name).Parent is AttributeSyntax or UsingDirectiveSyntax { Alias: not null });

    /// <summary>The name with what stands before it: <c>Instrumentation.Pii</c>, <c>global::Instrumentation.Pii</c>.</summary>
    public static NameSyntax Whole(NameSyntax name)
    {
        while (name.Parent is QualifiedNameSyntax or AliasQualifiedNameSyntax) name = (NameSyntax)name.Parent;
        return name;
    }

    // An assembly can only have marks if it references the assembly that they come from.
    private static bool IsMarked(IAssemblySymbol assembly) => assembly.Name != AttributeNames.AbstractionsAssembly
        && assembly.Modules.Any(static module => module.ReferencedAssemblies.Any(static reference => reference.Name == AttributeNames.AbstractionsAssembly));
}
