using Instrumentation.Generator.Flow;
using Instrumentation.Generator.Privacy.Summaries;
using Instrumentation.Generator.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Instrumentation.Generator.Privacy;

/// <summary>What marked members, and the types that they stand in, are called: found without binding anything.</summary>
internal sealed class SourceWords
{
    private const string Suffix = "Attribute";

    private static readonly string[] s_serializers = [.. PiiSafeguards.Serializers.SelectMany(static row => row.Members.Split(' ')).Distinct()];

    private readonly HashSet<string> _members;
    private readonly HashSet<string> _holders = new(StringComparer.Ordinal);

    private SourceWords(IEnumerable<string> members) => _members = new HashSet<string>(members, StringComparer.Ordinal);

    /// <summary>What whatever is marked is called, and more: a member, the method of a parameter or of a result, a type.</summary>
    public ISet<string> Marked => _members;

    /// <summary>Whether something is marked in the compilation itself.</summary>
    public bool IsMarkedHere { get; private set; }

    /// <summary>
    /// The bodies that may read marked data: that name a marked member, or a type with one whose <c>ToString</c> writes it, or any type with one
    /// and a serializer. One too many rather than one too few.
    /// </summary>
    public IEnumerable<FlowBody> Bodies(FlowProgram program)
    {
        var naming = new HashSet<FlowBody>(_members.SelectMany(program.Words.With));
        var serializing = new HashSet<FlowBody>(s_serializers.SelectMany(program.Words.With));
        if (serializing.Count > 0) naming.UnionWith(_holders.SelectMany(program.Words.With).Where(serializing.Contains));

        // The methods of a marked type name it nowhere.
        return program.Bodies.All.Where(body => naming.Contains(body) || (body.Owner.ContainingType is { } type && _members.Contains(type.Name)));
    }

    /// <summary>Finds them.</summary>
    /// <param name="compilation">The compilation.</param>
    /// <param name="lines">The project's lists.</param>
    /// <param name="summaries">What references tell.</param>
    /// <param name="cancellation">Ends it.</param>
    public static SourceWords Of(Compilation compilation, IEnumerable<PiiListLine> lines, PiiSummaries summaries, CancellationToken cancellation)
    {
        var attributes = Attributes(compilation, cancellation);
        var words = new SourceWords(attributes.Concat(summaries.Returning));
        words._members.UnionWith(lines.Where(static line => line.Kind == PiiListKind.Source).Select(static line => MemberIds.WordOf(line.Id)));
        var marks = new NamesInTree(attributes);
        foreach (var tree in compilation.SyntaxTrees)
        {
            foreach (var name in marks.In(tree, cancellation))
            {
                if (PiiGate.Whole(name).Parent is not AttributeSyntax { Parent.Parent: { } owner }) continue;
                words.Add(owner);
                words.IsMarkedHere = true;
            }
        }

        var named = new HashSet<string>(attributes.Select(static name => name.EndsWith(Suffix, StringComparison.Ordinal) ? name : name + Suffix), StringComparer.Ordinal);
        foreach (var reference in compilation.SourceModule.ReferencedAssemblySymbols.Where(PiiGate.MayHaveMarks)) words.Add(MarksInMetadata.NamesIn(reference, named));
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

        // One that derives from another is found by the other's name.
        for (var before = 0; before < names.Count;)
        {
            before = names.Count;
            AddDerived(compilation, names, cancellation);
        }

        return names;
    }

    private static void AddDerived(Compilation compilation, HashSet<string> names, CancellationToken cancellation)
    {
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
    }

    private static IEnumerable<string> ClassificationsIn(INamespaceSymbol space) => space.GetNamespaceMembers().SelectMany(ClassificationsIn)
        .Concat(space.GetTypeMembers().Where(static type => type.Ancestors().Any(static ancestor => ancestor.Name == PiiMarks.Classification)).Select(static type => type.Name));

    private static IEnumerable<string> Written(string name)
    {
        yield return name;
        if (name.EndsWith(Suffix, StringComparison.Ordinal)) yield return name.Substring(0, name.Length - Suffix.Length);
    }

    private void Add(IEnumerable<MarkedName> names)
    {
        foreach (var (name, isHolder) in names) (isHolder ? _holders : _members).Add(name);
    }

    // The member, or the parameter and what takes it; and the type around.
    private void Add(SyntaxNode owner)
    {
        for (var node = owner; node is not null; node = node.Parent)
        {
            if (node is BaseTypeDeclarationSyntax type)
            {
                (type == owner || WritesItself(type) ? _members : _holders).Add(type.Identifier.ValueText);
                return;
            }

            if (node is BaseFieldDeclarationSyntax fields) _members.UnionWith(fields.Declaration.Variables.Select(static field => field.Identifier.ValueText));
            else if (NameOf(node) is { ValueText: { Length: > 0 } name }) _members.Add(name);
        }
    }

    private static SyntaxToken NameOf(SyntaxNode node) => node switch
    {
        ParameterSyntax parameter => parameter.Identifier,
        PropertyDeclarationSyntax property => property.Identifier,
        MethodDeclarationSyntax method => method.Identifier,
        LocalFunctionStatementSyntax function => function.Identifier,
        _ => default,
    };

    private static bool WritesItself(BaseTypeDeclarationSyntax type) =>
        type is RecordDeclarationSyntax || (type is TypeDeclarationSyntax { Members: var members } && members.Any(static member => member is MethodDeclarationSyntax { Identifier.ValueText: "ToString" or "PrintMembers" }));
}
