using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Instrumentation.CodeFixes.Editing;

/// <summary>Edits that take something out, with the comma, the brackets or the line that it leaves without a meaning.</summary>
internal static class Removals
{
    public static TextChange Of(AttributeSyntax attribute)
    {
        var list = (AttributeListSyntax)attribute.Parent!;
        // What stands above the list, as its comments do, stays for what follows it.
        return list.Attributes.Count > 1
            ? Of(list.Attributes, attribute)
            : Of(list.SpanStart, list.GetLastToken().GetNextToken(includeZeroWidth: true).SpanStart);
    }

    public static TextChange Of(AttributeArgumentSyntax argument)
    {
        var list = (AttributeArgumentListSyntax)argument.Parent!;
        return list.Arguments.Count > 1 ? Of(list.Arguments, argument) : Of(list.Span.Start, list.Span.End);
    }

    /// <summary>A statement, with its line if it has one of its own.</summary>
    public static TextChange Of(StatementSyntax statement, SourceText text)
    {
        var (first, last) = (text.Lines.GetLineFromPosition(statement.SpanStart), text.Lines.GetLineFromPosition(statement.Span.End));
        var isAlone = text.ToString(TextSpan.FromBounds(first.Start, statement.SpanStart)).Trim().Length == 0 && text.ToString(TextSpan.FromBounds(statement.Span.End, last.End)).Trim().Length == 0;
        return isAlone ? Of(first.Start, last.EndIncludingLineBreak) : Of(statement.SpanStart, statement.GetLastToken().GetNextToken().SpanStart);
    }

    public static TextChange Of<T>(SeparatedSyntaxList<T> list, T element)
        where T : SyntaxNode
    {
        var index = list.IndexOf(element);
        return index < list.Count - 1
            ? Of(element.SpanStart, list[index + 1].SpanStart)
            : Of(index == 0 ? element.SpanStart : list[index - 1].Span.End, element.Span.End);
    }

    private static TextChange Of(int start, int end) => new(TextSpan.FromBounds(start, end), "");
}
