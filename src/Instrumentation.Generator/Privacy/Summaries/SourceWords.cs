using Instrumentation.Generator.Methods;
using Instrumentation.Generator.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Instrumentation.Generator.Privacy.Summaries;

/// <summary>What marked members, and the types that they stand in, are called: found without binding anything.</summary>
internal static class SourceWords
{
    private const string Suffix = "Attribute";

    /// <summary>The words that a body names which reads marked data, one too many rather than one too few.</summary>
    /// <param name="compilation">The compilation.</param>
    /// <param name="lines">The project's lists.</param>
    /// <param name="summaries">What references tell.</param>
    /// <param name="cancellation">Ends it.</param>
    public static IReadOnlyCollection<string> Of(Compilation compilation, IEnumerable<PiiListLine> lines, PiiSummaries summaries, CancellationToken cancellation)
    {
        var attributes = Attributes(compilation, cancellation);
        var words = new HashSet<string>(attributes, StringComparer.Ordinal);
        words.UnionWith(summaries.Names);
        words.UnionWith(lines.Where(static line => line.Kind == PiiListKind.Source).SelectMany(static line => PiiListParser.NamesIn(line.Id)));
        var marks = new NamesInTree(attributes);
        foreach (var tree in compilation.SyntaxTrees)
        {
            foreach (var name in marks.In(tree, cancellation))
            {
                if (PiiGate.Whole(name).Parent is AttributeSyntax { Parent.Parent: { } owner }) words.UnionWith(NamesOf(owner));
            }
        }

        var named = new HashSet<string>(attributes.Select(static name => name.EndsWith(Suffix, StringComparison.Ordinal) ? name : name + Suffix), StringComparer.Ordinal);
        foreach (var reference in compilation.SourceModule.ReferencedAssemblySymbols.Where(PiiGate.MayHaveMarks)) words.UnionWith(MarksInMetadata.NamesIn(reference, named));
        return words;
    }

    // What marks are called where they stand: ours, data classifications, and other names that files give them.
    private static HashSet<string> Attributes(Compilation compilation, CancellationToken cancellation)
    {
        var names = new HashSet<string>(PiiGate.MarkNames, StringComparer.Ordinal);
        if (PiiGate.MayBeClassified(compilation, cancellation))
        {
            names.UnionWith(PiiGate.ClassificationNames);
            foreach (var assembly in compilation.SourceModule.ReferencedAssemblySymbols.Where(PiiGate.DefinesClassifications)) names.UnionWith(ClassificationsIn(assembly.GlobalNamespace).SelectMany(Written));
        }

        var known = new NamesInTree([.. names]);
        foreach (var name in compilation.SyntaxTrees.SelectMany(tree => known.In(tree, cancellation)))
        {
            switch (PiiGate.Whole(name).Parent)
            {
                case UsingDirectiveSyntax { Alias.Name.Identifier.ValueText: var alias }:
                    names.Add(alias);
                    break;
                case BaseTypeSyntax { Parent.Parent: TypeDeclarationSyntax derived }:
                    names.UnionWith(Written(derived.Identifier.ValueText));
                    break;
            }
        }

        return names;
    }

    private static IEnumerable<string> ClassificationsIn(INamespaceSymbol space) => space.GetNamespaceMembers().SelectMany(ClassificationsIn)
        .Concat(space.GetTypeMembers().Where(static type => type.Ancestors().Any(static ancestor => ancestor.Name == PiiMarks.Classification)).Select(static type => type.Name));

    private static IEnumerable<string> Written(string name)
    {
        yield return name;
        if (name.EndsWith(Suffix, StringComparison.Ordinal)) yield return name.Substring(0, name.Length - Suffix.Length);
    }

    // The member, or the parameter and what takes it; and the type around.
    private static IEnumerable<string> NamesOf(SyntaxNode owner)
    {
        for (var node = owner; node is not null; node = node.Parent)
        {
            switch (node)
            {
                case BaseTypeDeclarationSyntax type:
                    yield return type.Identifier.ValueText;
                    yield break;
                case ParameterSyntax parameter:
                    yield return parameter.Identifier.ValueText;
                    break;
                case PropertyDeclarationSyntax property:
                    yield return property.Identifier.ValueText;
                    break;
                case EventDeclarationSyntax declared:
                    yield return declared.Identifier.ValueText;
                    break;
                case BaseFieldDeclarationSyntax fields:
                    foreach (var field in fields.Declaration.Variables) yield return field.Identifier.ValueText;
                    break;
                case MethodDeclarationSyntax method:
                    yield return method.Identifier.ValueText;
                    break;
                case LocalFunctionStatementSyntax function:
                    yield return function.Identifier.ValueText;
                    break;
            }
        }
    }
}
