using Instrumentation.CodeFixes.Editing;
using Instrumentation.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Instrumentation.CodeFixes.Privacy;

/// <summary>Marks of personal data, as far as a fix has to know them.</summary>
internal static class Marks
{
    /// <summary>Whether a symbol is marked itself.</summary>
    public static bool IsMarked(ISymbol symbol) => symbol.GetAttributes().Any(static attribute => attribute.Is(AttributeNames.Pii) || IsClassification(attribute.AttributeClass));

    /// <summary>Puts a mark in front of a declaration, in its line.</summary>
    public static TextChange Before(SyntaxNode declaration, SemanticModel model) =>
        new(new TextSpan(declaration.SpanStart, 0), $"[{AttributeSyntaxes.NameAt(declaration.SpanStart, AttributeNames.Pii, model)}] ");

    private static bool IsClassification(INamedTypeSymbol? attribute)
    {
        for (var ancestor = attribute; ancestor is not null; ancestor = ancestor.BaseType)
        {
            if (ancestor.Name == "DataClassificationAttribute" && attribute!.Name != "NoDataClassificationAttribute") return true;
        }

        return false;
    }
}
