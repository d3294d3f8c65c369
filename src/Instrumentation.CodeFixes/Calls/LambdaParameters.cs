using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Instrumentation.CodeFixes.Calls;

/// <summary>The parameters of a lambda that calls a method, and what it hands on.</summary>
internal sealed record LambdaParameters(string Declaration, string Arguments)
{
    /// <param name="method">The method that is called.</param>
    /// <param name="target">How the delegate is called; <see langword="null"/> where its type follows from the method.</param>
    /// <param name="group">What the lambda takes the place of.</param>
    /// <param name="model">What is known at that place.</param>
    public static LambdaParameters Of(IMethodSymbol method, IMethodSymbol? target, ExpressionSyntax group, SemanticModel model)
    {
        var parameters = target?.Parameters ?? method.Parameters;
        var named = target is not null && HasNamesOfItsOwn(target) ? target.Parameters : method.Parameters;
        var taken = Taken(group, model);
        var names = parameters.Select((parameter, i) => Unique(i < named.Length ? named[i].Name : parameter.Name, taken)).ToList();

        var isTyped = target is null || IsInferred(group) || parameters.Any(static parameter => parameter.RefKind != RefKind.None || parameter.ScopedKind != ScopedKind.None && parameter.Type.IsRefLikeType);
        var declared = parameters.Zip(names, (parameter, name) => isTyped ? $"{Modifier(parameter)}{parameter.Type.ToMinimalDisplayString(model, group.SpanStart)} {name}" : name).ToList();
        var arguments = parameters.Zip(names, static (parameter, name) => parameter.RefKind switch
        {
            RefKind.Ref => $"ref {name}",
            RefKind.Out => $"out {name}",
            RefKind.In or RefKind.RefReadOnlyParameter => $"in {name}",
            _ => name,
        });
        return new LambdaParameters(declared.Count == 1 && !isTyped ? declared[0] : $"({string.Join(", ", declared)})", string.Join(", ", arguments));
    }

    // Func and Action call theirs arg1, arg2: there the method's names say more.
    private static bool HasNamesOfItsOwn(IMethodSymbol invoke) => invoke.ContainingType.CanBeReferencedByName
        && invoke.ContainingType is not { Name: "Func" or "Action" or "Predicate" or "Converter" or "Comparison", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } };

    // var f = Work; the type is that of the lambda.
    private static bool IsInferred(ExpressionSyntax group)
    {
        SyntaxNode outer = group;
        while (outer.Parent is ParenthesizedExpressionSyntax) outer = outer.Parent;
        return outer.Parent is EqualsValueClauseSyntax { Parent.Parent: VariableDeclarationSyntax { Type.IsVar: true } };
    }

    private static string Modifier(IParameterSymbol parameter)
    {
        var kind = parameter.RefKind switch
        {
            RefKind.Ref => "ref ",
            RefKind.Out => "out ",
            RefKind.In => "in ",
            RefKind.RefReadOnlyParameter => "ref readonly ",
            _ => "",
        };
        return parameter.ScopedKind != ScopedKind.None && parameter.RefKind != RefKind.Out && !parameter.IsParams ? "scoped " + kind : kind;
    }

    // A parameter must hide neither what the call names nor a variable around it.
    private static HashSet<string> Taken(ExpressionSyntax group, SemanticModel model)
    {
        var taken = new HashSet<string>(group.DescendantNodesAndSelf().OfType<SimpleNameSyntax>().Select(static name => name.Identifier.ValueText), StringComparer.Ordinal);
        taken.UnionWith(model.LookupSymbols(group.SpanStart).Where(static symbol => symbol is ILocalSymbol or IParameterSymbol or IRangeVariableSymbol).Select(static symbol => symbol.Name));
        return taken;
    }

    private static string Unique(string name, HashSet<string> taken)
    {
        var stem = name.Length == 0 ? "argument" : name;
        var unique = stem;
        for (var i = 2; !taken.Add(unique); i++) unique = stem + i;
        return SyntaxFacts.GetKeywordKind(unique) == SyntaxKind.None ? unique : "@" + unique;
    }
}
