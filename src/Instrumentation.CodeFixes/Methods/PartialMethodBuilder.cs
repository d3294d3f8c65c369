using Instrumentation.CodeFixes.Editing;
using Instrumentation.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Instrumentation.CodeFixes.Methods;

/// <summary>Takes a method apart: the declaration that is annotated and partial, and the body, which nobody else calls.</summary>
internal sealed class PartialMethodBuilder(MethodDeclarationSyntax method, SemanticModel model, CancellationToken cancellation)
{
    /// <summary>What the generator takes for the name of the body.</summary>
    public const string BodySuffix = "Core";

    private static readonly SyntaxKind[] s_bodyModifiers = [SyntaxKind.StaticKeyword, SyntaxKind.ReadOnlyKeyword, SyntaxKind.UnsafeKeyword, SyntaxKind.AsyncKeyword];
    private static readonly SyntaxKind[] s_access = [SyntaxKind.PublicKeyword, SyntaxKind.ProtectedKeyword, SyntaxKind.InternalKeyword, SyntaxKind.PrivateKeyword];

    // About what the body does, not about the method.
    private static readonly string[] s_ofBody = [AttributeNames.PiiReviewed];

    /// <summary>Whether C# and the generator let the method be partial.</summary>
    public static bool CanBuild(IMethodSymbol symbol, MethodDeclarationSyntax declaration)
    {
        if (declaration is { Body: null, ExpressionBody: null } || declaration.ExplicitInterfaceSpecifier is not null) return false;
        if (declaration.Modifiers.Any(static modifier => modifier.IsKind(SyntaxKind.PartialKeyword) || modifier.IsKind(SyntaxKind.ExternKeyword))) return false;
        if (symbol is { IsAsync: true, ReturnsVoid: true } or { IsVararg: true }) return false;

        // An override has its constraints from what it overrides, and its body would have to repeat them.
        if (symbol is { IsOverride: true, IsGenericMethod: true }) return false;
        if (symbol.ContainingType.GetMembers(symbol.Name + BodySuffix).OfType<IMethodSymbol>().Any(other => other.Parameters.Length == symbol.Parameters.Length)) return false;
        return declaration.Ancestors().OfType<MemberDeclarationSyntax>().All(static outer =>
            outer is BaseNamespaceDeclarationSyntax
            || (outer is ClassDeclarationSyntax or StructDeclarationSyntax or RecordDeclarationSyntax && !outer.Modifiers.Any(SyntaxKind.FileKeyword)));
    }

    /// <summary>The edits of the file.</summary>
    public IEnumerable<(SyntaxTree Tree, TextChange Change)> Edits()
    {
        foreach (var type in method.Ancestors().OfType<TypeDeclarationSyntax>().Where(static type => !type.Modifiers.Any(SyntaxKind.PartialKeyword)))
            yield return (method.SyntaxTree, new TextChange(new TextSpan(type.Keyword.SpanStart, 0), "partial "));

        var text = method.SyntaxTree.GetText(cancellation);
        var line = DeclarationEdits.LineBreak(text);
        var indentation = DeclarationEdits.Indentation(method, text);
        yield return (method.SyntaxTree, new TextChange(method.Span, $"{Declaration()}{line}{line}{indentation}{Body(line + indentation)}"));
    }

    private string Declaration()
    {
        var modifiers = method.Modifiers.Where(static modifier => !modifier.IsKind(SyntaxKind.AsyncKeyword)).Select(static modifier => modifier.Text).ToList();
        if (!method.Modifiers.Any(static modifier => s_access.Contains(modifier.Kind()))) modifiers.Insert(0, "private");
        var attributes = string.Concat(method.AttributeLists.Select(list => Kept(list, attribute => !IsOfBody(attribute)) is { } kept ? kept.ToString() + list.GetTrailingTrivia() + Next(list) : ""));
        var parameters = Edited(method.ParameterList, parameter => WithAttributes(parameter, static name => name != "EnumeratorCancellation"));
        return $"{attributes}{string.Join(" ", modifiers)} partial {Head(method.Identifier.Text, parameters)};";
    }

    private string Body(string line)
    {
        var modifiers = method.Modifiers.Where(static modifier => s_bodyModifiers.Contains(modifier.Kind())).Select(static modifier => modifier.Text);
        var attributes = string.Concat(method.AttributeLists
            .Select(list => Kept(list, attribute => list.Target is { Identifier.ValueText: "return" } ? SimpleName(attribute) != "Tag" : IsOfBody(attribute)))
            .Where(static list => list is not null)
            .Select(list => list + line));
        var parameters = Edited(method.ParameterList, static parameter => WithAttributes(parameter, static name => name != "Tag")
            .WithDefault(null)
            .WithIdentifier(parameter.Default is null ? parameter.Identifier : parameter.Identifier.WithTrailingTrivia())
            .WithModifiers(SyntaxFactory.TokenList(parameter.Modifiers.Where(static modifier => !modifier.IsKind(SyntaxKind.ThisKeyword)))));
        var body = (SyntaxNode?)method.Body ?? method.ExpressionBody!;
        var before = body.GetFirstToken().GetPreviousToken();
        return $"{attributes}private {string.Concat(modifiers.Select(static modifier => modifier + " "))}{Head(method.Identifier.Text + BodySuffix, parameters)}{before.TrailingTrivia}{body.GetLeadingTrivia()}{body}{method.SemicolonToken.Text}";
    }

    private string Head(string name, ParameterListSyntax parameters)
    {
        var constraints = method.ConstraintClauses.Count == 0 ? "" : method.ParameterList.GetTrailingTrivia().ToFullString() + method.ConstraintClauses.ToFullString().TrimEnd();
        return $"{method.ReturnType} {name}{method.TypeParameterList}{parameters}{constraints}";
    }

    private bool IsOfBody(AttributeSyntax attribute) => s_ofBody.Any(name => attribute.Is(name, model, cancellation));

    // The list with those of its attributes that pass; null where none does.
    private static AttributeListSyntax? Kept(AttributeListSyntax list, Func<AttributeSyntax, bool> passes)
    {
        var kept = list.Attributes.Where(passes).ToList();
        if (kept.Count == 0) return null;
        return (kept.Count == list.Attributes.Count ? list : list.WithAttributes(SyntaxFactory.SeparatedList(kept))).WithoutTrivia();
    }

    private static string Next(AttributeListSyntax list) => list.GetLastToken().GetNextToken().LeadingTrivia.ToFullString();

    private static ParameterListSyntax Edited(ParameterListSyntax list, Func<ParameterSyntax, ParameterSyntax> edit) =>
        list.ReplaceNodes(list.Parameters, (_, parameter) => edit(parameter)).WithoutTrivia();

    private static ParameterSyntax WithAttributes(ParameterSyntax parameter, Func<string, bool> passes)
    {
        if (parameter.AttributeLists.Count == 0) return parameter;
        var lists = parameter.AttributeLists
            .Select(list => Kept(list, attribute => passes(SimpleName(attribute)))?.WithTriviaFrom(list))
            .OfType<AttributeListSyntax>();
        return parameter.WithAttributeLists(SyntaxFactory.List(lists)).WithLeadingTrivia(parameter.GetLeadingTrivia());
    }

    private static string SimpleName(AttributeSyntax attribute)
    {
        var name = attribute.Name is QualifiedNameSyntax qualified ? qualified.Right.Identifier.ValueText : attribute.Name.ToString();
        return name.EndsWith(nameof(Attribute), StringComparison.Ordinal) ? name.Substring(0, name.Length - nameof(Attribute).Length) : name;
    }
}
