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
/// <param name="Called">The method that is called.</param>
/// <param name="Escape">The reason why the call cannot be covered, if there is one.</param>
internal readonly record struct AnnotatedCall(CalledMethod Called, string? Escape)
{
    public IMethodSymbol Method => Called.Method;

    /// <summary>The annotated methods behind it, where it is not annotated itself.</summary>
    public IReadOnlyList<IMethodSymbol?> Behind => Called.Behind;
}

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

        var called = CalledMethods.Of(MethodShapeParser.Definition(symbol), model.Compilation);
        if (!called.HasTelemetry) return null;

        // A call through `base` reaches what it names and nothing behind it.
        if (!called.IsAnnotated && Receiver(call) is BaseExpressionSyntax) return null;
        return new AnnotatedCall(called, called.Limit ?? Escape(call, symbol, called.Method, model, cancellation));
    }

    private static string? Escape(InvocationExpressionSyntax call, IMethodSymbol symbol, IMethodSymbol method, SemanticModel model, CancellationToken cancellation)
    {
        var receiver = Receiver(call);
        if (FileContents.Of(model.Compilation).IsRepeated(call.SyntaxTree)) return "another file has the same content, and the compiler tells files apart by that";
        if (receiver is BaseExpressionSyntax) return "a call through 'base' would come back to itself";
        if (symbol.MethodKind is not (MethodKind.Ordinary or MethodKind.ReducedExtension)) return "it is not an ordinary method";

        if (IsDynamic(call, model, cancellation)) return "the call is dynamic";
        if (DependsOnReceiver(method) && ReceiverType(call, model, cancellation) is { } type)
        {
            if (type is ITypeParameterSymbol { IsReferenceType: false }) return "the receiver's type is a type parameter that may be a struct";
            if (IsCopied(type) && RefersToReceiver(method)) return "the compiler would hand over a copy of the generic struct, and the result would refer to that; make the method partial";
            if (IsCopied(type) && !IsReadOnly(method)) return "the compiler would hand over a copy of the generic struct; make the method partial, or readonly";
            if (MayBeOverriddenUnseen(type, method, cancellation)) return "the receiver's class is partial, and another generator may override the method there; call it through the class that declares it";
        }

        if (InExpressionTree(call, model, cancellation)) return "it stands in an expression tree, which must keep the method's name";
        if (model.GetInterceptorMethod(call, cancellation) is { } other && !IsOurs(other)) return "another generator intercepts it";
        foreach (var argument in symbol.TypeArguments)
        {
            if (argument is INamedTypeSymbol { IsRefLikeType: true } && !symbol.TypeParameters.Any(static parameter => parameter.AllowsRefLikeType))
                return "a type argument is a ref struct";
        }

        if (IsScopedUnsayably(method, model.Compilation)) return "one of its parameters may be a scoped ref struct, which this project's C# cannot say; set its LangVersion to 13 or later";
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

    /// <summary>Whether the generator has covered the call. To know that, nothing of the call has to be bound.</summary>
    public static bool IsCovered(InvocationExpressionSyntax call, SemanticModel model, CancellationToken cancellation) =>
        model.GetInterceptorMethod(call, cancellation) is { } interceptor && IsOurs(interceptor);

    // A dynamic argument makes the call dynamic although one method may be known. What is dynamic has the type `dynamic`, which little else has.
    private static bool IsDynamic(InvocationExpressionSyntax call, SemanticModel model, CancellationToken cancellation) =>
        model.GetTypeInfo(call, cancellation).Type is null or { TypeKind: TypeKind.Dynamic } && model.GetOperation(call, cancellation) is not IInvocationOperation;

    // The methods of a class that is no generic struct and has no overrides are called in one way.
    private static bool DependsOnReceiver(IMethodSymbol method) => !method.IsStatic && method.ContainingType switch
    {
        { TypeKind: TypeKind.Class } => CanBeOverridden(method),
        { TypeKind: TypeKind.Struct } type => type.AllTypeParameters().Any(),
        _ => true,
    };

    // What the receiver is before it is converted to what declares the method. Only what is written is easy to ask for.
    private static ITypeSymbol? ReceiverType(InvocationExpressionSyntax call, SemanticModel model, CancellationToken cancellation) =>
        (call.Expression is MemberAccessExpressionSyntax { RawKind: (int)SyntaxKind.SimpleMemberAccessExpression } access ? model.GetTypeInfo(access.Expression, cancellation).Type : null)
        ?? (model.GetOperation(call, cancellation) as IInvocationOperation)?.Instance?.Type;

    private static bool CanBeOverridden(IMethodSymbol method) => method is { IsVirtual: true } or { IsAbstract: true } or { IsOverride: true, IsSealed: false };

    // With an override that we do not see the call would be one of the override, and our interceptor an error.
    private static bool MayBeOverriddenUnseen(ITypeSymbol receiver, IMethodSymbol method, CancellationToken cancellation)
    {
        if (!CanBeOverridden(method)) return false;
        for (var type = receiver; type is { TypeKind: TypeKind.Class }; type = type.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, method.ContainingType)) return false;
            if (type.DeclaringSyntaxReferences.Any(part => part.GetSyntax(cancellation) is TypeDeclarationSyntax declaration && declaration.Modifiers.Any(SyntaxKind.PartialKeyword))) return true;
        }

        return false;
    }

    // Where the receiver's type is the generic struct as it declares itself, the compiler converts the receiver to the interceptor's
    // parameter although both are the same, and what is converted is a copy.
    private static bool IsCopied(ITypeSymbol type) =>
        type is INamedTypeSymbol { IsValueType: true } receiver
        && SymbolEqualityComparer.Default.Equals(receiver, receiver.OriginalDefinition)
        && receiver.AllTypeParameters().Any();

    private static bool IsReadOnly(IMethodSymbol method) => method.IsReadOnly || method.ContainingType.IsReadOnly;

    // Without the attribute what is returned may refer to what the struct refers to, which a copy does as well, but not to the struct.
    private static bool RefersToReceiver(IMethodSymbol method) =>
        (method.RefKind != RefKind.None || method.ReturnType.IsRefLikeType)
        && method.GetAttributes().Any(static attribute => attribute.AttributeClass?.Is("System.Diagnostics.CodeAnalysis", "UnscopedRefAttribute") == true);

    // The stand-in must be as scoped as the method, and of a type parameter only a newer language says that.
    private static bool IsScopedUnsayably(IMethodSymbol method, Compilation compilation) =>
        method.Parameters.Any(static parameter => parameter is { ScopedKind: ScopedKind.ScopedValue, Type: ITypeParameterSymbol }) && !compilation.HasRefStructArguments();

    private static ExpressionSyntax? Receiver(InvocationExpressionSyntax call) => call.Expression switch
    {
        MemberAccessExpressionSyntax access => access.Expression,
        _ => null,
    };

    // The analyzers see the compilation with our own interceptors in it.
    private static bool IsOurs(IMethodSymbol interceptor) =>
        interceptor.ContainingNamespace.ToDisplayString().StartsWith(GeneratedFile.RootNamespace + ".", StringComparison.Ordinal);

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
