using Instrumentation.Generator.Flow;
using Instrumentation.Generator.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Instrumentation.Generator.Privacy.Summaries;

/// <summary>Which bodies may write something where it is seen, or call one that does: by their words, before anything is bound.</summary>
/// <param name="Bodies">The bodies; one too many rather than one too few, except for what is called without being named, such as an operator.</param>
/// <param name="Words">What is called that writes.</param>
internal sealed record WritingBodies(ISet<FlowBody> Bodies, ISet<string> Words)
{
    // They write arguments only: where one is called with nothing, such as `NotFound()`, it writes nothing.
    private static IEnumerable<string> WordsOf(SinkTable sinks) => sinks.Rows
        .SelectMany(static row => row.Members.Split(' ').Select(member => member is ".ctor" or "*" or "Item" ? MemberIds.SimpleName(row.Type) : member))
        .Concat(PiiSinks.WritesOfRoles).Append(BodyWords.NewException).Distinct();

    /// <summary>Finds them.</summary>
    /// <param name="program">The program, of which nothing is bound for this.</param>
    /// <param name="sinks">The sinks.</param>
    /// <param name="lines">The project's lists.</param>
    /// <param name="summaries">What references tell.</param>
    public static WritingBodies In(FlowProgram program, SinkTable sinks, IEnumerable<PiiListLine> lines, PiiSummaries summaries)
    {
        var writing = new HashSet<FlowBody>();
        var open = new Queue<ISymbol>();
        var called = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        var words = new HashSet<string>(StringComparer.Ordinal);
        foreach (var word in WordsOf(sinks).Where(words.Add)) Add(program.Words.WithArguments(word));
        foreach (var word in Told(program.Compilation, lines, summaries).Concat(LoggerMessages(program)).Where(words.Add)) Add(program.Words.With(word));
        while (open.Count > 0)
        {
            var member = open.Dequeue();
            words.Add(MemberNames.WordFor(member));
            if (member is IPropertySymbol { IsIndexer: true }) words.Add(NameUnit.Indexer);
            Add(program.Names.Naming(member));
        }

        if (sinks.Rows.Any(static row => row.Members.Split(' ').Contains("Item"))) words.Add(NameUnit.Indexer);
        return new WritingBodies(writing, words);

        void Add(IEnumerable<FlowBody> bodies)
        {
            foreach (var body in bodies.Where(writing.Add))
            {
                if (!HandsOn(body.Owner)) continue;
                foreach (var member in MemberNames.CalledAs(body.Owner is IMethodSymbol { AssociatedSymbol: { } property } ? property : body.Owner).Where(called.Add)) open.Enqueue(member);
            }
        }
    }

    private static IEnumerable<string> Told(Compilation compilation, IEnumerable<PiiListLine> lines, PiiSummaries summaries) =>
        summaries.Writing.Concat(lines.Where(static line => line.Kind == PiiListKind.Sink).SelectMany(line => WordsOf(line.Id, compilation)));

    // A listed type means all of its methods.
    private static IEnumerable<string> WordsOf(string id, Compilation compilation) => DocumentationCommentId.GetFirstSymbolForDeclarationId(id, compilation) is INamedTypeSymbol type
        ? type.GetMembers().Select(MemberNames.WordFor)
        : [MemberIds.WordOf(id)];

    private static IEnumerable<string> LoggerMessages(FlowProgram program)
    {
        var attribute = new NamesInTree(["LoggerMessage", "LoggerMessageAttribute"]);
        return program.Compilation.SyntaxTrees.SelectMany(tree => attribute.In(tree, program.Cancellation))
            .Select(static name => PiiGate.Whole(name).Parent)
            .OfType<AttributeSyntax>()
            .Select(static mark => (mark.Parent?.Parent as MethodDeclarationSyntax)?.Identifier.ValueText)
            .OfType<string>();
    }

    // What takes nothing and has nothing hands on nothing.
    private static bool HandsOn(ISymbol owner) => owner is not (IMethodSymbol { IsStatic: true, Parameters.IsEmpty: true } or IMethodSymbol { MethodKind: MethodKind.StaticConstructor or MethodKind.Destructor });
}
