using Instrumentation.Generator.Methods;
using Instrumentation.Generator.Project;
using Instrumentation.Generator.Roslyn;
using Instrumentation.Generator.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Instrumentation.Generator.Interception;

/// <summary>A call of an annotated method, or of one that annotated methods may be behind.</summary>
/// <param name="Method">The method that is called.</param>
/// <param name="Behind">The annotated methods behind it, where it is not annotated itself.</param>
/// <param name="Escape">The reason why the call cannot be covered, if there is one.</param>
internal readonly record struct AnnotatedCall(IMethodSymbol Method, IReadOnlyList<IMethodSymbol?> Behind, string? Escape);

/// <summary>
/// Decides whether a call can be intercepted. The generator asks it where to intercept and the analyzer where to report, so that
/// there is no call that neither of them minds.
/// </summary>
internal static class Interceptability
{
    /// <summary>The annotated method that is called; <see langword="null"/> where another one is.</summary>
    public static AnnotatedCall? Classify(InvocationExpressionSyntax call, SemanticModel model, CancellationToken cancellation)
    {
        if (model.GetSymbolInfo(call, cancellation).Symbol is not IMethodSymbol symbol) return null;

        var method = MethodShapeParser.Definition(symbol);
        if (PartialMethods.CoversItself(method)) return null;
        if (Annotations.Source(method) is not null)
            return new AnnotatedCall(method, [], MethodLimits.Reason(method, model.Compilation) ?? Escape(call, symbol, method, model, cancellation));

        // A call through `base` reaches what it names and nothing behind it.
        var behind = Implementations.Behind(method, model.Compilation);
        if (behind.Count == 0 || Receiver(call) is BaseExpressionSyntax) return null;
        var limit = behind.Select(reached => MethodLimits.ReasonBehind(reached, method, model.Compilation)).FirstOrDefault(static reason => reason is not null);
        return new AnnotatedCall(method, behind, limit ?? Escape(call, symbol, method, model, cancellation));
    }

    private static string? Escape(InvocationExpressionSyntax call, IMethodSymbol symbol, IMethodSymbol method, SemanticModel model, CancellationToken cancellation)
    {
        var receiver = Receiver(call);
        if (FileContents.Of(model.Compilation).IsRepeated(call.SyntaxTree)) return "another file has the same content, and the compiler tells files apart by that";
        if (receiver is BaseExpressionSyntax) return "a call through 'base' would come back to itself";
        if (symbol.MethodKind is not (MethodKind.Ordinary or MethodKind.ReducedExtension)) return "it is not an ordinary method";

        // A dynamic argument makes the call dynamic although one method may be known.
        if (model.GetOperation(call, cancellation) is not IInvocationOperation invocation) return "the call is dynamic";
        if (!method.IsStatic && IsConstrained(invocation)) return "the receiver's type is a type parameter that may be a struct";
        if (WouldWorkOnCopy(invocation, method)) return "the compiler would hand over a copy of the generic struct; make the method partial, or readonly";
        if (MayBeOverriddenUnseen(invocation, method, cancellation)) return "the receiver's class is partial, and another generator may override the method there; call it through the class that declares it";
        if (InExpressionTree(call, model, cancellation)) return "it stands in an expression tree, which must keep the method's name";
        if (model.GetInterceptorMethod(call, cancellation) is { } other && !IsOurs(other)) return "another generator intercepts it";
        foreach (var argument in symbol.TypeArguments)
        {
            if (argument is INamedTypeSymbol { IsRefLikeType: true } && !symbol.TypeParameters.Any(static parameter => parameter.AllowsRefLikeType))
                return "a type argument is a ref struct";
        }

        return null;
    }

    /// <summary>
    /// Whether a call that can be intercepted is not, although the generator has run: it has its meaning from what other generators
    /// write, which is not seen by ours.
    /// </summary>
    public static bool IsMissed(InvocationExpressionSyntax call, SemanticModel model, CancellationToken cancellation) =>
        ProjectPipeline.SupportOf((CSharpCompilation)model.Compilation) == InterceptionSupport.Available
        && model.Compilation.Assembly.GetAttributes().Find(AttributeNames.Manifest) is not null
        && model.GetInterceptorMethod(call, cancellation) is null;

    // With an override that we do not see the call would be one of the override, and our interceptor an error.
    private static bool MayBeOverriddenUnseen(IInvocationOperation invocation, IMethodSymbol method, CancellationToken cancellation)
    {
        if (method is not ({ IsVirtual: true } or { IsAbstract: true } or { IsOverride: true, IsSealed: false })) return false;
        for (var type = invocation.Instance?.Type; type is { TypeKind: TypeKind.Class }; type = type.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, method.ContainingType)) return false;
            if (type.DeclaringSyntaxReferences.Any(part => part.GetSyntax(cancellation) is TypeDeclarationSyntax declaration && declaration.Modifiers.Any(SyntaxKind.PartialKeyword))) return true;
        }

        return false;
    }

    // Where the receiver's type is the generic struct as it declares itself, the compiler converts the receiver to the interceptor's
    // parameter although both are the same, and what is converted is a copy.
    private static bool WouldWorkOnCopy(IInvocationOperation invocation, IMethodSymbol method) =>
        invocation.Instance?.Type is INamedTypeSymbol { IsValueType: true } receiver
        && SymbolEqualityComparer.Default.Equals(receiver, receiver.OriginalDefinition)
        && receiver.AllTypeParameters().Any()
        && (method.RefKind != RefKind.None || !(method.IsReadOnly || receiver.IsReadOnly));

    private static ExpressionSyntax? Receiver(InvocationExpressionSyntax call) => call.Expression switch
    {
        MemberAccessExpressionSyntax access => access.Expression,
        _ => null,
    };

    // The analyzers see the compilation with our own interceptors in it.
    private static bool IsOurs(IMethodSymbol interceptor) =>
        interceptor.ContainingNamespace.ToDisplayString().StartsWith(GeneratedFile.RootNamespace + ".", StringComparison.Ordinal);

    private static bool IsConstrained(IInvocationOperation invocation) =>
        invocation.ConstrainedToType is not null
        || invocation.Instance?.Type is ITypeParameterSymbol { IsReferenceType: false };

    private static bool InExpressionTree(SyntaxNode node, SemanticModel model, CancellationToken cancellation)
    {
        for (var ancestor = node.Parent; ancestor is not null and not MemberDeclarationSyntax; ancestor = ancestor.Parent)
        {
            switch (ancestor)
            {
                case AnonymousFunctionExpressionSyntax when IsExpressionTree(model.GetTypeInfo(ancestor, cancellation).ConvertedType):
                    return true;

                // from x in queryable select x.M(): the lambdas of a query have no syntax of their own.
                case QueryExpressionSyntax query when QueriesExpressionTrees(query, model, cancellation):
                    return true;
            }
        }

        return false;
    }

    private static bool QueriesExpressionTrees(QueryExpressionSyntax query, SemanticModel model, CancellationToken cancellation) =>
        model.GetTypeInfo(query.FromClause.Expression, cancellation).Type is { } source
        && (source.Is("System.Linq", "IQueryable") || source.AllInterfaces.Any(static type => type.Is("System.Linq", "IQueryable")));

    private static bool IsExpressionTree(ITypeSymbol? type)
    {
        for (var ancestor = type; ancestor is not null; ancestor = ancestor.BaseType)
        {
            if (ancestor.Is("System.Linq.Expressions", "Expression") || ancestor.Is("System.Linq.Expressions", "LambdaExpression")) return true;
        }

        return false;
    }
}
