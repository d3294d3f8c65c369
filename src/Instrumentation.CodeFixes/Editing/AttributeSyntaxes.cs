using Instrumentation.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Instrumentation.CodeFixes.Editing;

/// <summary>Attributes as they are written.</summary>
internal static class AttributeSyntaxes
{
    /// <summary>Whether the attribute is the one of that full name.</summary>
    public static bool Is(this AttributeSyntax attribute, string fullName, SemanticModel model, CancellationToken cancellation) =>
        model.GetSymbolInfo(attribute, cancellation).Symbol?.ContainingType.ToDisplayString() == fullName;

    /// <summary>The name that people use: <c>Traced</c> for <c>Instrumentation.TracedAttribute</c>.</summary>
    public static string ShortName(string fullName)
    {
        var name = fullName.Substring(fullName.LastIndexOf('.') + 1);
        return name.Substring(0, name.Length - nameof(Attribute).Length);
    }

    /// <summary>How the attribute is written at a place: by its short name where that is known there.</summary>
    public static string NameAt(int position, string fullName, SemanticModel model)
    {
        var name = ShortName(fullName);
        var known = model.LookupNamespacesAndTypes(position, name: name + nameof(Attribute)).Any(symbol => symbol.ToDisplayString() == fullName);
        return known ? name : $"global::{AttributeNames.Namespace}.{name}";
    }

    /// <summary>The attribute that a diagnostic stands at or in.</summary>
    public static AttributeSyntax? AttributeAt(this SyntaxNode node) => node.FirstAncestorOrSelf<AttributeSyntax>();

    /// <summary>The attributes in all lists.</summary>
    public static IEnumerable<AttributeSyntax> All(this SyntaxList<AttributeListSyntax> lists) => lists.SelectMany(static list => list.Attributes);
}
