using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Instrumentation.Generator.Methods;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Instrumentation.Generator.Roslyn;

/// <summary>Local functions and lambdas: they can be annotated as methods are, but analyzers are not handed their symbols.</summary>
/// <remarks>They are found by the names of our attributes. An action for each of them would make the compiler go through all nodes of the program.</remarks>
internal sealed class FunctionSymbols
{
    public const string CannotCarry = "a local function or lambda cannot be instrumented; make it a method";

    private static readonly ConditionalWeakTable<Compilation, FunctionSymbols> s_perCompilation = new();

    private readonly NamesInTree _names;
    private readonly ConcurrentDictionary<SyntaxTree, IReadOnlyList<SyntaxNode>> _perTree = new();

    // using Watched = Instrumentation.TracedAttribute;
    private FunctionSymbols(Compilation compilation) => _names = new NamesInTree(AttributeNames.Simple.Concat(AnnotatedNames.Aliases(compilation)));

    /// <summary>The functions of a file that one of our attributes is written on, or on one of their parameters.</summary>
    public static IEnumerable<IMethodSymbol> Annotated(SemanticModel model, CancellationToken cancellation)
    {
        var functions = s_perCompilation.GetValue(model.Compilation, static compilation => new FunctionSymbols(compilation));
        return functions._perTree.GetOrAdd(model.SyntaxTree, tree => functions.In(tree, cancellation)).Select(node => Symbol(node, model, cancellation)).OfType<IMethodSymbol>();
    }

    private static ISymbol? Symbol(SyntaxNode node, SemanticModel model, CancellationToken cancellation) => node is LocalFunctionStatementSyntax function
        ? model.GetDeclaredSymbol(function, cancellation)
        : model.GetSymbolInfo(node, cancellation).Symbol;

    private IReadOnlyList<SyntaxNode> In(SyntaxTree tree, CancellationToken cancellation) =>
        [.. _names.In(tree, cancellation).Select(FunctionWith).OfType<SyntaxNode>().Distinct()];

    private static SyntaxNode? FunctionWith(SimpleNameSyntax name)
    {
        SyntaxNode whole = name;
        while (whole.Parent is NameSyntax qualified) whole = qualified;
        if (whole.Parent is not AttributeSyntax { Parent.Parent: var owner }) return null;
        if (owner is ParameterSyntax { Parent.Parent: var function }) owner = function;
        return owner is LocalFunctionStatementSyntax or ParenthesizedLambdaExpressionSyntax ? owner : null;
    }
}
