using System.Collections.Immutable;
using Instrumentation.Generator.Diagnostics;
using Instrumentation.Generator.Methods;
using Instrumentation.Generator.Roslyn;
using Instrumentation.Generator.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Instrumentation.Generator.Tracing;

/// <summary>
/// Reports <c>[Tag]</c> without a value (INS1003), without a span (INS1004) or with a name against convention (INS1005), and personal
/// data that would be tagged (INS3002).
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TagUsageAnalyzer : DiagnosticAnalyzer
{
    // What every span has already.
    private static readonly string[] s_taken = ["code.function.name", "error.type"];

    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [Descriptors.TagNotRecordable, Descriptors.TagWithoutSpan, Descriptors.TagName, Descriptors.PiiInSpan];

    /// <inheritdoc />
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterSymbolAction(AnalyzeMethod, SymbolKind.Method);
        context.RegisterSymbolAction(AnalyzeType, SymbolKind.NamedType);
        context.RegisterSymbolAction(AnalyzeMember, SymbolKind.Property, SymbolKind.Field);
        context.RegisterSemanticModelAction(AnalyzeFunctions);
    }

    private static void AnalyzeMethod(SymbolAnalysisContext context)
    {
        var method = (IMethodSymbol)context.Symbol;
        var attributes = OnSignature(method).ToList();
        if (attributes.Count == 0 || method.PartialDefinitionPart is not null || method.AssociatedSymbol is IPropertySymbol { IsIndexer: true }) return;

        // INS1001 tells of a method that has no span at all.
        if (Annotations.IsAnnotated(method) && MethodLimits.Reason(method, context.Compilation) is not null) return;
        if (TagSpans.Missing(method) is { } reason)
        {
            var missing = method.MethodKind == MethodKind.Ordinary && TagSpans.LacksTraced(method) ? ImmutableDictionary<string, string?>.Empty.Add(FixProperties.Missing, AttributeNames.Traced) : null;
            var isCounted = method.GetAttributes().Find(AttributeNames.BusinessMetric) is not null;
            foreach (var (attribute, symbol) in attributes.Where(tag => !isCounted || !HasValues(tag.Attribute)))
                context.ReportDiagnostic(Diagnostic.Create(Descriptors.TagWithoutSpan, attribute.Location(symbol), missing, reason));
            return;
        }

        var shape = MethodShapeParser.Parse(method, context.Compilation);
        Report(context, method, TagParser.Parse(method, shape, context.Compilation).ToList());
    }

    // A type's tags are those of all its traced methods.
    private static void AnalyzeType(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        var tags = TagParser.Constants(type, null, null, context.Compilation).ToList();
        if (tags.Count == 0) return;
        if (TagSpans.MissingForMember(type, context.Compilation) is not { } reason)
        {
            Report(context, type, tags);
            return;
        }

        foreach (var tag in tags) context.ReportDiagnostic(Diagnostic.Create(Descriptors.TagWithoutSpan, tag.Attribute.Location(type), reason));
    }

    private static void AnalyzeMember(SymbolAnalysisContext context)
    {
        var member = context.Symbol;
        foreach (var parameter in (member as IPropertySymbol)?.Parameters ?? [])
        {
            foreach (var attribute in TagParser.On(parameter.GetAttributes()))
                context.ReportDiagnostic(Diagnostic.Create(Descriptors.TagWithoutSpan, attribute.Location(parameter), "an indexer has no span"));
        }

        var attributes = TagParser.On(member.GetAttributes()).ToList();
        if (attributes.Count == 0 || member is IPropertySymbol { PartialDefinitionPart: not null }) return;

        var reason = TagParser.Unreadable(member, context.Compilation) ?? TagSpans.MissingForMember(member.ContainingType, context.Compilation);
        if (reason is not null)
        {
            foreach (var attribute in attributes.Where(static attribute => !HasValues(attribute)))
                context.ReportDiagnostic(Diagnostic.Create(Descriptors.TagWithoutSpan, attribute.Location(member), reason));
            return;
        }

        Report(context, member, TagParser.OfMember(member, "self", context.Compilation).ToList());
    }

    // Local functions and lambdas have no symbol action.
    private static void AnalyzeFunctions(SemanticModelAnalysisContext context)
    {
        foreach (var function in FunctionSymbols.Annotated(context.SemanticModel, context.CancellationToken)) Analyze(context, function);
    }

    private static void Analyze(SemanticModelAnalysisContext context, IMethodSymbol function)
    {
        foreach (var (attribute, symbol) in OnSignature(function))
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.TagWithoutSpan, attribute.Location(symbol), FunctionSymbols.CannotCarry));
    }

    // A method's tags include those of its type's members, which are reported where they stand.
    private static void Report(SymbolAnalysisContext context, ISymbol owner, IReadOnlyList<ParsedTag> tags)
    {
        for (var i = 0; i < tags.Count; i++)
        {
            var tag = tags[i];
            if (owner is IMethodSymbol && (IsMember(tag) || tag.Target is INamedTypeSymbol)) continue;
            var place = tag.Attribute.Location(tag.Target);
            if (tag.Problem is { } problem) context.ReportDiagnostic(Diagnostic.Create(Descriptors.TagNotRecordable, place, problem));
            else if (tag.Personal is { } personal) context.ReportDiagnostic(Diagnostic.Create(Descriptors.PiiInSpan, place, personal.ShortName(), "this tag", ""));
            else if (NameProblem(tag) is { } wrong) context.ReportDiagnostic(Diagnostic.Create(Descriptors.TagName, place, Suggested(tag), wrong));
            else if (tags.Take(i).Concat(tags.Skip(i + 1).Where(IsMember)).Any(other => other.Tag?.Key == tag.Tag!.Key))
                context.ReportDiagnostic(Diagnostic.Create(Descriptors.TagName, place, $"the span has two tags called '{tag.Tag!.Key}', and only one is kept"));
        }
    }

    // Such a tag also says which values a metric may take from there.
    private static bool HasValues(AttributeData attribute) => attribute.NamedList<string>("Values") is { Length: > 0 };

    private static bool IsMember(ParsedTag tag) => tag.Target is IPropertySymbol or IFieldSymbol;

    private static string? NameProblem(ParsedTag tag)
    {
        if (tag.Tag is { } known && s_taken.Contains(known.Key)) return $"every span has '{known.Key}' already";
        return tag.GivenKey is { } given ? DottedNames.Problem(given, allowed: "-") : null;
    }

    private static ImmutableDictionary<string, string?>? Suggested(ParsedTag tag) => tag.GivenKey is { } given && DottedNames.Suggestion(given, allowed: "-") is { } better
        ? ImmutableDictionary<string, string?>.Empty.Add(FixProperties.Wrong, given).Add(FixProperties.Suggestion, better)
        : null;

    private static IEnumerable<(AttributeData Attribute, ISymbol Symbol)> OnSignature(IMethodSymbol method) => method.Parameters
        .SelectMany(static parameter => TagParser.On(parameter.GetAttributes()).Select(attribute => (attribute, (ISymbol)parameter)))
        .Concat(TagParser.On(method.GetReturnTypeAttributes()).Select(attribute => (attribute, (ISymbol)method)))
        .Concat(TagParser.On(method.GetAttributes()).Select(attribute => (attribute, (ISymbol)method)));
}
