using System.Collections.Immutable;
using System.Composition;
using Instrumentation.CodeFixes.Editing;
using Instrumentation.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Instrumentation.CodeFixes.Privacy;

/// <summary>
/// Keeps personal data out of what is written: passes it through the redactor that is at hand, writes the id of the object instead, leaves it
/// out, or marks the parameter that it came through.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(LeakFix)), Shared]
public sealed class LeakFix : TextFix
{
    private static readonly string[] s_setters = ["SetTag", "AddTag", "SetBaggage", "AddBaggage", "SetAttribute"];

    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds { get; } =
    [
        DiagnosticIds.PiiInLog, DiagnosticIds.PiiInSpan, DiagnosticIds.PiiInMetric, DiagnosticIds.PiiInException, DiagnosticIds.PiiInConsole, DiagnosticIds.PiiInScope,
        DiagnosticIds.PiiInSerializedLog, DiagnosticIds.PiiExposed,
    ];

    private protected override IEnumerable<Offer> Offers(Diagnostic diagnostic, SyntaxNode node, SemanticModel model, CancellationToken cancellation)
    {
        if (node.AttributeAt() is not null || node.FirstAncestorOrSelf<ExpressionSyntax>() is not { } written || written.Span != diagnostic.Location.SourceSpan) return [];
        return new[] { Redact(written, model, cancellation), WriteId(written, model, cancellation), Drop(written, model, cancellation), MarkParameter(written, model, cancellation) }.OfType<Offer>();
    }

    private static Offer? Redact(ExpressionSyntax written, SemanticModel model, CancellationToken cancellation)
    {
        if (model.GetTypeInfo(written, cancellation).Type?.SpecialType != SpecialType.System_String || Redactors.At(written.SpanStart, model, cancellation) is not { } redactor) return null;
        return new Offer($"Pass it through '{redactor}'", "Redact", new TextChange(new TextSpan(written.SpanStart, 0), $"{redactor}.Redact("), new TextChange(new TextSpan(written.Span.End, 0), ")"));
    }

    private static Offer? WriteId(ExpressionSyntax written, SemanticModel model, CancellationToken cancellation)
    {
        var owner = written is MemberAccessExpressionSyntax member && IdOf(member.Expression, model, cancellation) is not null ? member.Expression : written;
        if (IdOf(owner, model, cancellation) is not { } id) return null;
        var change = new TextChange(written.Span, $"{owner}.{id.Name}");
        var name = owner switch { IdentifierNameSyntax identifier => identifier.Identifier.ValueText, MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText, _ => "" };
        return MessageTemplates.Of(written, model, cancellation) is { } filled && name.Length > 0 && filled.Argument.Expression == written
            ? new Offer($"Write '{owner}.{id.Name}' instead", "WriteId", new TextChange(filled.Hole, $"{{{char.ToUpperInvariant(name[0])}{name.Substring(1)}{id.Name}}}"), change)
            : new Offer($"Write '{owner}.{id.Name}' instead", "WriteId", change);
    }

    private static ISymbol? IdOf(ExpressionSyntax owner, SemanticModel model, CancellationToken cancellation)
    {
        if (model.GetSymbolInfo(owner, cancellation).Symbol is INamespaceOrTypeSymbol || model.GetTypeInfo(owner, cancellation).Type is not { SpecialType: SpecialType.None } type) return null;
        return model.LookupSymbols(owner.SpanStart, type, "Id").FirstOrDefault(static member => member is IPropertySymbol { GetMethod: not null, IsStatic: false } or IFieldSymbol { IsStatic: false } && !Marks.IsMarked(member));
    }

    private static Offer? Drop(ExpressionSyntax written, SemanticModel model, CancellationToken cancellation)
    {
        var text = written.SyntaxTree.GetText(cancellation);
        if (written.FirstAncestorOrSelf<InterpolationSyntax>() is { Parent: InterpolatedStringExpressionSyntax around } interpolation)
            return new Offer("Leave it out", "Drop", MessageTemplates.Without(interpolation.Span, text, TextSpan.FromBounds(around.StringStartToken.Span.End, around.StringEndToken.SpanStart)));
        if (MessageTemplates.Of(written, model, cancellation) is { Argument: { Parent: ArgumentListSyntax list } argument } filled)
            return new Offer("Leave it out", "Drop", MessageTemplates.Without(filled.Hole, text, MessageTemplates.Content(filled.Template)), Removals.Of(list.Arguments, argument));

        foreach (var (outer, arguments, call) in written.Ancestors().OfType<ArgumentSyntax>().Where(static argument => argument.Parent?.Parent is InvocationExpressionSyntax).Select(static argument => (argument, (ArgumentListSyntax)argument.Parent!, (InvocationExpressionSyntax)argument.Parent!.Parent!)))
        {
            if (model.GetSymbolInfo(call, cancellation).Symbol is not IMethodSymbol method) return null;
            if (s_setters.Contains(method.Name) && Statement(call) is { } statement) return new Offer("Leave it out", "Drop", Removals.Of(statement, text));

            // `counter.Add(1, new("mail", mail))`
            if (method.ContainingNamespace?.ToDisplayString() == "System.Diagnostics.Metrics" && arguments.Arguments.IndexOf(outer) > 0) return new Offer("Leave it out", "Drop", Removals.Of(arguments.Arguments, outer));
        }

        return null;
    }

    // A statement that does nothing else.
    private static ExpressionStatementSyntax? Statement(InvocationExpressionSyntax call)
    {
        SyntaxNode? outer = call.Parent;
        if (outer is ConditionalAccessExpressionSyntax access && access.WhenNotNull == call) outer = access.Parent;
        return outer is ExpressionStatementSyntax { Parent: BlockSyntax } statement ? statement : null;
    }

    private static Offer? MarkParameter(ExpressionSyntax written, SemanticModel model, CancellationToken cancellation)
    {
        if (written is not IdentifierNameSyntax || model.GetSymbolInfo(written, cancellation).Symbol is not IParameterSymbol { DeclaringSyntaxReferences: [var place] } parameter) return null;
        if (place.SyntaxTree != written.SyntaxTree || Marks.IsMarked(parameter) || place.GetSyntax(cancellation) is not ParameterSyntax { Type: not null } declaration) return null;
        return new Offer($"Mark the parameter '{parameter.Name}' as personal data", "MarkParameter", Marks.Before(declaration, model));
    }
}
