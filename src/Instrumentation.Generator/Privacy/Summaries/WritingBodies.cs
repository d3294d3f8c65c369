using Instrumentation.Generator.Flow;
using Instrumentation.Generator.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Instrumentation.Generator.Privacy.Summaries;

/// <summary>Which bodies may write something where it is seen, or call one that does: by their words, before anything is bound.</summary>
internal static class WritingBodies
{
    /// <summary>The bodies; one too many rather than one too few, except for what is called without being named, such as an operator.</summary>
    /// <param name="program">The program, of which nothing is bound for this.</param>
    /// <param name="lines">The project's lists.</param>
    /// <param name="summaries">What references tell.</param>
    public static HashSet<FlowBody> In(FlowProgram program, IEnumerable<PiiListLine> lines, PiiSummaries summaries)
    {
        var writing = new HashSet<FlowBody>();
        var open = new Queue<string>(Sinks(program.Compilation, lines, summaries).Concat(LoggerMessages(program)));
        var known = new HashSet<string>(StringComparer.Ordinal);
        while (open.Count > 0)
        {
            var word = open.Dequeue();
            if (!known.Add(word)) continue;
            foreach (var body in program.Words.With(word))
            {
                if (writing.Add(body) && NameOf(body.Owner) is { } caller) open.Enqueue(caller);
            }
        }

        return writing;
    }

    private static IEnumerable<string> Sinks(Compilation compilation, IEnumerable<PiiListLine> lines, PiiSummaries summaries) => PiiSinks.Rows
        .SelectMany(static row => row.Members.Split(' ').Select(member => member is ".ctor" or "*" or "Item" ? MemberIds.SimpleName(row.Type) : member))
        .Concat(summaries.Writing)
        .Concat(lines.Where(static line => line.Kind == PiiListKind.Sink).SelectMany(line => WordsOf(line.Id, compilation)))
        .Append(BodyWords.NewException);

    // A listed type means all of its methods.
    private static IEnumerable<string> WordsOf(string id, Compilation compilation) => DocumentationCommentId.GetFirstSymbolForDeclarationId(id, compilation) is INamedTypeSymbol type
        ? type.GetMembers().Select(FlowScan.WordFor)
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
    private static string? NameOf(ISymbol owner) => owner switch
    {
        IMethodSymbol { IsStatic: true, Parameters.IsEmpty: true } or IMethodSymbol { MethodKind: MethodKind.StaticConstructor or MethodKind.Destructor } => null,
        IMethodSymbol { AssociatedSymbol: { } property } => FlowScan.WordFor(property),
        _ => FlowScan.WordFor(owner),
    };
}
