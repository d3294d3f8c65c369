using Instrumentation.Generator.Interception;
using Instrumentation.Generator.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Instrumentation.Generator.Decorators;

/// <summary>The calls that ask for decorators: <c>AddTraced</c>, <c>AddKeyedTraced</c>, <c>Decorator.Wrap</c>.</summary>
internal static class DecoratorRequests
{
    private static readonly NamesInTree s_names = new(["AddTraced", "AddKeyedTraced", "Wrap"]);

    /// <summary>The calls of a file that are made by such a name.</summary>
    public static IEnumerable<InvocationExpressionSyntax> Candidates(SyntaxTree tree, CancellationToken cancellation) =>
        s_names.In(tree, cancellation).Select(CallSiteParser.CallBy).OfType<InvocationExpressionSyntax>();

    /// <summary>The type that the call names; <see langword="null"/> where it is another method, or where it only passes on a <see cref="Type"/>.</summary>
    public static ITypeSymbol? Asked(InvocationExpressionSyntax call, SemanticModel model, CancellationToken cancellation)
    {
        if (Target(call, model, cancellation) is not { } method) return null;
        return method.TypeArguments.Length > 0 ? method.TypeArguments[0] : Named(call) is { } name ? model.GetTypeInfo(name, cancellation).Type : null;
    }

    /// <summary>Whether the call asks for a decorator and does not say of what.</summary>
    public static bool IsUnknown(InvocationExpressionSyntax call, SemanticModel model, CancellationToken cancellation) =>
        Target(call, model, cancellation) is { TypeArguments.IsEmpty: true } && Named(call) is null;

    private static IMethodSymbol? Target(InvocationExpressionSyntax call, SemanticModel model, CancellationToken cancellation) =>
        model.GetSymbolInfo(call, cancellation).Symbol is IMethodSymbol { ContainingType: { } type } method
        && (type.Is("Microsoft.Extensions.DependencyInjection", "TracedServiceCollectionExtensions") || (type.Is(AttributeNames.Namespace, "Decorator") && method.Name == "Wrap"))
            ? method
            : null;

    // typeof(IRepository<>): the first of the two types.
    private static TypeSyntax? Named(InvocationExpressionSyntax call) =>
        call.ArgumentList.Arguments.Select(static argument => argument.Expression).OfType<TypeOfExpressionSyntax>().FirstOrDefault()?.Type;
}
