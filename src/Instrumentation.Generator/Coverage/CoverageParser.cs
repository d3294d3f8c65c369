using Instrumentation.Generator.Interception;
using Instrumentation.Generator.Methods;
using Instrumentation.Generator.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Instrumentation.Generator.Coverage;

/// <summary>Goes through a whole compilation and takes down what is covered. It asks the same questions as the analyzer that reports gaps.</summary>
internal static class CoverageParser
{
    public static CoverageReport Read(Compilation compilation, CancellationToken cancellation)
    {
        var names = AnnotatedNames.Of(compilation);
        var methods = new Dictionary<string, Counted>(StringComparer.Ordinal);
        if (names.IsEmpty) return new CoverageReport(EquatableArray<MethodCoverage>.Empty);

        var unwritten = ImplicitCalls.Of(names);
        foreach (var tree in compilation.SyntaxTrees)
        {
            var model = compilation.GetSemanticModel(tree);
            foreach (var node in tree.GetRoot(cancellation).DescendantNodes(descendIntoTrivia: false))
            {
                if (Declared(node, names, model, cancellation) is { } method) Count(methods, method);
                var named = MethodUses.Of(node, names, model, cancellation);
                foreach (var use in named is null ? unwritten.At(node, model, cancellation) : [named])
                {
                    foreach (var reached in use.Reached) Count(methods, reached).Add(use);
                }
            }
        }

        return new CoverageReport(methods
            .OrderBy(static method => method.Key, StringComparer.Ordinal)
            .Select(method => method.Value.Result(compilation))
            .ToEquatableArray());
    }

    private static IMethodSymbol? Declared(SyntaxNode node, AnnotatedNames names, SemanticModel model, CancellationToken cancellation)
    {
        var symbol = node switch
        {
            MethodDeclarationSyntax declaration when names.Contains(declaration.Identifier.ValueText) => model.GetDeclaredSymbol(declaration, cancellation),
            LocalFunctionStatementSyntax { AttributeLists.Count: > 0 } function => model.GetDeclaredSymbol(function, cancellation),
            _ => null,
        };
        return symbol is IMethodSymbol { PartialDefinitionPart: null } method && Annotations.IsAnnotated(method) ? MethodShapeParser.Definition(method) : null;
    }

    private static Counted Count(Dictionary<string, Counted> methods, IMethodSymbol method)
    {
        // A local function has no documentation id.
        var key = method.MethodKind == MethodKind.LocalFunction
            ? $"{MethodShapeParser.KeyOf(method)}|{SourcePositions.Of(method)}"
            : MethodShapeParser.KeyOf(method);
        if (!methods.TryGetValue(key, out var counted)) methods.Add(key, counted = new Counted(method));
        return counted;
    }

    private sealed class Counted(IMethodSymbol method)
    {
        private readonly List<CallEscape> _escapes = [];
        private int _calls;

        public void Add(MethodUse use)
        {
            if (use.Escape is null) _calls++;
            else _escapes.Add(new CallEscape(use.Escape, SourcePositions.Of(use.Place)));
        }

        public MethodCoverage Result(Compilation compilation)
        {
            var isFunction = method.MethodKind == MethodKind.LocalFunction;
            return new MethodCoverage(
                method.ToDisplayString(SymbolDisplayFormat.CSharpErrorMessageFormat),
                MethodShapeParser.FunctionNameOf(method),
                SymbolEqualityComparer.Default.Equals(method.ContainingAssembly, compilation.Assembly) ? null : method.ContainingAssembly.Name,
                isFunction ? Strategies.None : Strategies.Of(method, compilation),
                isFunction ? FunctionSymbols.CannotCarry : MethodLimits.Reason(method, compilation),
                _calls,
                _escapes.OrderBy(static escape => escape.Position.Path, StringComparer.Ordinal).ThenBy(static escape => escape.Position.Line).ThenBy(static escape => escape.Reason, StringComparer.Ordinal).ToEquatableArray(),
                SourcePositions.Of(method));
        }
    }
}
