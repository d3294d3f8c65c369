using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Instrumentation.Generator.Roslyn;

/// <summary>Local functions and lambdas: they can be annotated as methods are, but analyzers are not handed their symbols.</summary>
internal static class FunctionSymbols
{
    public const string CannotCarry = "a local function or lambda cannot be instrumented; make it a method";

    public static readonly ImmutableArray<SyntaxKind> Kinds = [SyntaxKind.LocalFunctionStatement, SyntaxKind.ParenthesizedLambdaExpression];

    /// <summary>The function, where an attribute is written on it or on a parameter.</summary>
    public static IMethodSymbol? Annotated(SyntaxNodeAnalysisContext context) => context.Node switch
    {
        LocalFunctionStatementSyntax function when Has(function.AttributeLists, function.ParameterList) =>
            context.SemanticModel.GetDeclaredSymbol(function, context.CancellationToken),
        ParenthesizedLambdaExpressionSyntax lambda when Has(lambda.AttributeLists, lambda.ParameterList) =>
            context.SemanticModel.GetSymbolInfo(lambda, context.CancellationToken).Symbol as IMethodSymbol,
        _ => null,
    };

    private static bool Has(SyntaxList<AttributeListSyntax> own, ParameterListSyntax parameters) =>
        own.Count > 0 || parameters.Parameters.Any(static parameter => parameter.AttributeLists.Count > 0);
}
