using System.Runtime.CompilerServices;
using Instrumentation.Generator.Methods;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Instrumentation.Generator.Decorators;

/// <summary>The annotated methods of interfaces that the project puts decorators before. Only asked for where somebody wants an explanation.</summary>
internal sealed class DecoratedMethods
{
    private static readonly ConditionalWeakTable<Compilation, DecoratedMethods> s_perCompilation = new();

    private readonly HashSet<ISymbol> _methods = new(SymbolEqualityComparer.Default);

    private DecoratedMethods(Compilation compilation)
    {
        foreach (var tree in compilation.SyntaxTrees)
        {
            var calls = DecoratorRequests.Candidates(tree, default).ToList();
            if (calls.Count == 0) continue;
            var model = compilation.GetSemanticModel(tree);
            foreach (var service in calls.Select(call => DecoratorRequests.Asked((InvocationExpressionSyntax)call, model, default)).OfType<INamedTypeSymbol>())
            {
                if (DecoratorLimits.Reason(service, compilation) is not null) continue;
                foreach (var method in DecoratorLimits.Members(service.OriginalDefinition).OfType<IMethodSymbol>()) _methods.Add(method.OriginalDefinition);
            }
        }
    }

    public static bool Contains(IMethodSymbol method, Compilation compilation) =>
        s_perCompilation.GetValue(compilation, static compilation => new DecoratedMethods(compilation))._methods.Contains(method);
}
