using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Instrumentation.CodeFixes.Privacy;

/// <summary>An argument of a logging call, and the hole of the message that it fills.</summary>
/// <param name="Argument">The argument.</param>
/// <param name="Template">The text of the message.</param>
/// <param name="Hole">Where in the file the hole stands.</param>
internal sealed record FilledHole(ArgumentSyntax Argument, SyntaxToken Template, TextSpan Hole);

/// <summary>Finds the holes of messages: <c>"{User} signed in"</c>.</summary>
internal static class MessageTemplates
{
    private static readonly string[] s_parameters = ["message", "messageTemplate", "messageFormat"];

    // What is doubled is meant as it is.
    private static readonly Regex s_hole = new(@"(?<!\{)(?:\{\{)*(\{[^{}]+\})", RegexOptions.CultureInvariant);

    /// <summary>The hole that an expression is written into; <see langword="null"/> where it is none, or not certainly that one.</summary>
    public static FilledHole? Of(SyntaxNode expression, SemanticModel model, CancellationToken cancellation)
    {
        foreach (var argument in expression.AncestorsAndSelf().OfType<ArgumentSyntax>())
        {
            if (argument.Parent is not ArgumentListSyntax { Parent: InvocationExpressionSyntax call } list || list.Arguments.Any(static one => one.NameColon is not null)) continue;
            if (model.GetSymbolInfo(call, cancellation).Symbol is not IMethodSymbol method) continue;
            var message = method.Parameters.FirstOrDefault(static parameter => s_parameters.Contains(parameter.Name) && parameter.Type.SpecialType == SpecialType.System_String);
            if (message is null || message.Ordinal >= list.Arguments.Count) continue;
            if (list.Arguments[message.Ordinal].Expression is not LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression } literal) continue;
            var holes = s_hole.Matches(literal.Token.Text);
            var position = list.Arguments.IndexOf(argument) - message.Ordinal - 1;
            if (position < 0 || position >= holes.Count || holes.Count != list.Arguments.Count - message.Ordinal - 1) continue;
            var hole = holes[position].Groups[1];
            return new FilledHole(argument, literal.Token, new TextSpan(literal.Token.SpanStart + hole.Index, hole.Length));
        }

        return null;
    }

    /// <summary>Takes a hole out of the text around it, with the blank that would be left over.</summary>
    public static TextChange Without(TextSpan hole, SourceText text, TextSpan content)
    {
        var (start, end) = (hole.Start, hole.End);
        if (start > content.Start && text[start - 1] == ' ') start--;
        else if (end < content.End && text[end] == ' ') end++;
        return new TextChange(TextSpan.FromBounds(start, end), "");
    }

    /// <summary>What stands between the quotes.</summary>
    public static TextSpan Content(SyntaxToken literal)
    {
        var quotes = literal.Text.Length - literal.Text.TrimStart('"', '@').Length;
        var end = literal.Text.Length - literal.Text.TrimEnd('"').Length;
        return TextSpan.FromBounds(literal.SpanStart + quotes, Math.Max(literal.SpanStart + quotes, literal.Span.End - end));
    }
}
