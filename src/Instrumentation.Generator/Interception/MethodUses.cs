using Instrumentation.Generator.Decorators;
using Instrumentation.Generator.Methods;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Instrumentation.Generator.Interception;

/// <summary>A use of an annotated method, or of one that annotated methods may be behind.</summary>
/// <param name="Method">The method that is named.</param>
/// <param name="Reached">The annotated methods that it reaches: itself, or those behind it.</param>
/// <param name="Place">The name that stands for it, or the syntax that calls it without a name.</param>
/// <param name="Escape">Why the use has no telemetry; <see langword="null"/> where it has.</param>
internal sealed record MethodUse(IMethodSymbol Method, IReadOnlyList<IMethodSymbol> Reached, Location Place, string? Escape);

/// <summary>
/// Finds the uses of annotated methods, covered or not. What the build reports, explains and counts is found here. A method that
/// cannot be covered at all has no uses: it is reported where it is annotated.
/// </summary>
internal static class MethodUses
{
    private const string DelegateIsMade = "a delegate is made of it, and calls of the delegate cannot be intercepted; write a lambda that calls it";

    /// <summary>The nodes that can be uses.</summary>
    public static readonly SyntaxKind[] Kinds = [SyntaxKind.InvocationExpression, SyntaxKind.IdentifierName, SyntaxKind.GenericName];

    /// <summary>The use that a node is; <see langword="null"/> where it is none.</summary>
    public static MethodUse? Of(SyntaxNode node, AnnotatedNames names, SemanticModel model, CancellationToken cancellation) => node switch
    {
        InvocationExpressionSyntax call when CallSiteParser.NameOf(call) is { } name && names.Contains(name) => OfCall(call, model, cancellation),
        SimpleNameSyntax name when names.Contains(name.Identifier.ValueText) && !IsCalledOrNotAValue(name) => OfName(name, model, cancellation),
        _ => null,
    };

    /// <summary>The use that syntax makes of a method without naming it; <see langword="null"/> where the method is no matter of ours.</summary>
    /// <param name="symbol">The method.</param>
    /// <param name="place">What stands for the call.</param>
    /// <param name="reason">Why no interceptor covers it.</param>
    /// <param name="model">The file's.</param>
    public static MethodUse? OfImplicit(IMethodSymbol symbol, Location place, string reason, SemanticModel model)
    {
        var method = MethodShapeParser.Definition(symbol);
        if (Annotations.Source(method) is not null && PartialMethods.CoversItself(method)) return new MethodUse(method, [method], place, null);
        var called = CalledMethods.Of(method, model.Compilation);
        if (!called.HasTelemetry || (called.IsAnnotated && called.Limit is not null)) return null;
        return new MethodUse(method, Reached(method, called.Behind), place, Unless(method, reason, model));
    }

    private static MethodUse? OfCall(InvocationExpressionSyntax call, SemanticModel model, CancellationToken cancellation)
    {
        var place = NameIn(call.Expression).GetLocation();
        if (Interceptability.Classify(call, model, cancellation) is not { Method: var method, Behind: var behind, Escape: var reason }) return OfSelfCovering(call, place, model, cancellation);
        if (behind.Count == 0 && MethodLimits.Reason(method, model.Compilation) is not null) return null;
        if (reason is null && Interceptability.IsMissed(call, model, cancellation))
            reason = "what it calls is decided by the output of another generator, which is not seen";
        return new MethodUse(method, Reached(method, behind), place, Unless(method, reason, model));
    }

    // A name that stands for the method itself, and is not called on the spot: a delegate is made of it.
    private static MethodUse? OfName(SimpleNameSyntax name, SemanticModel model, CancellationToken cancellation)
    {
        // Delegate f = Work; is no conversion that shows in the symbol.
        var whole = name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access : (ExpressionSyntax)name;
        var found = model.GetSymbolInfo(name, cancellation).Symbol ?? (model.GetOperation(whole, cancellation) as IMethodReferenceOperation)?.Method;
        if (found is not IMethodSymbol symbol) return null;

        var method = MethodShapeParser.Definition(symbol);
        if (Annotations.Source(method) is null)
        {
            var behind = PartialMethods.CoversItself(method) ? [] : Implementations.Behind(method, model.Compilation);
            return behind.Count == 0 ? null : new MethodUse(method, Reached(method, behind), name.GetLocation(), Unless(method, DelegateIsMade, model));
        }

        if (MethodLimits.Reason(method, model.Compilation) is not null) return null;
        return new MethodUse(method, [method], name.GetLocation(), PartialMethods.CoversItself(method) ? null : Unless(method, DelegateIsMade, model));
    }

    // Behind a decorator every use is covered. Whether the object has one shows at run time only; the project has chosen that way.
    private static string? Unless(IMethodSymbol method, string? reason, SemanticModel model) =>
        reason is not null && method.ContainingType.TypeKind == TypeKind.Interface && DecoratedMethods.Contains(method, model.Compilation) ? null : reason;

    // One that cannot be seen from here is counted where it is called.
    private static IReadOnlyList<IMethodSymbol> Reached(IMethodSymbol method, IReadOnlyList<IMethodSymbol?> behind) =>
        behind.Count == 0 ? [method] : [.. behind.Select(reached => reached ?? method).Distinct<IMethodSymbol>(SymbolEqualityComparer.Default)];

    // There is nothing to intercept, because the method's own body does it.
    private static MethodUse? OfSelfCovering(SyntaxNode call, Location place, SemanticModel model, CancellationToken cancellation)
    {
        if (model.GetSymbolInfo(call, cancellation).Symbol is not IMethodSymbol symbol) return null;
        var method = MethodShapeParser.Definition(symbol);
        return Annotations.Source(method) is not null && PartialMethods.CoversItself(method) ? new MethodUse(method, [method], place, null) : null;
    }

    private static bool IsCalledOrNotAValue(SimpleNameSyntax name)
    {
        SyntaxNode node = name;
        while (node.Parent is MemberAccessExpressionSyntax access && access.Name == node) node = access;
        if (node.Parent is MemberBindingExpressionSyntax binding) node = binding;
        return node.Parent switch
        {
            InvocationExpressionSyntax call => call.Expression == node,
            ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" } } } => true,
            NameColonSyntax or NameEqualsSyntax or QualifiedNameSyntax or AttributeSyntax or CrefSyntax => true,
            _ => false,
        };
    }

    private static SyntaxNode NameIn(ExpressionSyntax expression) => expression switch
    {
        MemberAccessExpressionSyntax access => access.Name,
        MemberBindingExpressionSyntax binding => binding.Name,
        _ => expression,
    };
}
