using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Instrumentation.CodeFixes.Calls;

/// <summary>A delegate looks at its receiver once, where it is made; a lambda does each time that it is called.</summary>
internal static class DelegateReceivers
{
    /// <summary>Whether a lambda calls the method on the same object as the delegate would.</summary>
    public static bool IsSameLater(ExpressionSyntax group, IMethodSymbol method, SemanticModel model, CancellationToken cancellation)
    {
        if (method is { IsStatic: true, MethodKind: not MethodKind.ReducedExtension }) return true;

        // The delegate has a copy of a value, a lambda would not; and no lambda of a struct can have its 'this'.
        var receiver = (group as MemberAccessExpressionSyntax)?.Expression;
        var type = receiver is null ? model.GetEnclosingSymbol(group.SpanStart, cancellation)?.ContainingType : model.GetTypeInfo(receiver, cancellation).Type;
        if (type is null or { IsValueType: true } or ITypeParameterSymbol { IsReferenceType: false }) return false;
        return receiver is null || IsStable(receiver, model, cancellation);
    }

    private static bool IsStable(ExpressionSyntax receiver, SemanticModel model, CancellationToken cancellation) => receiver switch
    {
        ThisExpressionSyntax or LiteralExpressionSyntax => true,
        ParenthesizedExpressionSyntax inner => IsStable(inner.Expression, model, cancellation),
        MemberAccessExpressionSyntax member => IsStableField(model.GetSymbolInfo(member, cancellation).Symbol)
            && (model.GetSymbolInfo(member, cancellation).Symbol!.IsStatic || IsStable(member.Expression, model, cancellation)),
        IdentifierNameSyntax name => model.GetSymbolInfo(name, cancellation).Symbol switch
        {
            ILocalSymbol { RefKind: RefKind.None } local => IsNeverAssigned(local, receiver, model, cancellation),
            IParameterSymbol { RefKind: RefKind.None } parameter => IsNeverAssigned(parameter, receiver, model, cancellation),
            var field => IsStableField(field),
        },
        _ => false,
    };

    private static bool IsStableField(ISymbol? symbol) => symbol is IFieldSymbol { IsReadOnly: true } or IFieldSymbol { IsConst: true };

    // Beyond its declaration.
    private static bool IsNeverAssigned(ISymbol variable, SyntaxNode use, SemanticModel model, CancellationToken cancellation)
    {
        // A parameter of the type itself may be assigned in any of its parts.
        if (variable is IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } constructor } && constructor.ContainingType.DeclaringSyntaxReferences.Length > 1) return false;
        var scope = (SyntaxNode?)use.FirstAncestorOrSelf<TypeDeclarationSyntax>() ?? use.SyntaxTree.GetRoot(cancellation);
        foreach (var name in scope.DescendantNodes().OfType<IdentifierNameSyntax>())
        {
            if (name.Identifier.ValueText != variable.Name || !IsWritten(name)) continue;
            if (SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(name, cancellation).Symbol, variable)) return false;
        }

        return true;
    }

    private static bool IsWritten(IdentifierNameSyntax name) => name.Parent switch
    {
        AssignmentExpressionSyntax assignment => assignment.Left == name,
        ArgumentSyntax { RefKindKeyword.RawKind: (int)SyntaxKind.RefKeyword or (int)SyntaxKind.OutKeyword } => true,
        ArgumentSyntax { Parent: TupleExpressionSyntax { Parent: AssignmentExpressionSyntax assignment } tuple } => assignment.Left == tuple,
        RefExpressionSyntax => true,
        PrefixUnaryExpressionSyntax prefix => prefix.IsKind(SyntaxKind.AddressOfExpression),
        _ => false,
    };
}
