using System.Collections.Immutable;
using System.Composition;
using Instrumentation.CodeFixes.Editing;
using Instrumentation.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace Instrumentation.CodeFixes.Calls;

/// <summary>Writes a lambda that calls the method where a delegate is made of it: <c>orders.Select(Total)</c> becomes <c>orders.Select(order => Total(order))</c>.</summary>
/// <remarks>
/// It is offered only where the lambda does the same: not for handlers of events, which <c>-=</c> would no longer find, and not where
/// the receiver may be another one by the time the lambda runs.
/// </remarks>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MethodGroupToLambdaFix)), Shared]
public sealed class MethodGroupToLambdaFix : TextFix
{
    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.CallNotCovered];

    private protected override IEnumerable<Offer> Offers(Diagnostic diagnostic, SyntaxNode node, SemanticModel model, CancellationToken cancellation)
    {
        if (node is not SimpleNameSyntax name || diagnostic.Properties.ContainsKey(FixProperties.Called)) yield break;
        ExpressionSyntax group = name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access : name;
        if (!IsDelegateMade(group) || MethodOf(group, model, cancellation) is not { } method) yield break;
        if (!DelegateReceivers.IsSameLater(group, method, model, cancellation)) yield break;

        var type = group.Parent is CastExpressionSyntax cast ? model.GetTypeInfo(cast, cancellation).Type : model.GetTypeInfo(group, cancellation).ConvertedType;
        var parameters = LambdaParameters.Of(method, (type as INamedTypeSymbol)?.DelegateInvokeMethod, group, model);
        var returnsByRef = method.ReturnsByRef || method.ReturnsByRefReadonly ? "ref " : "";
        var lambda = $"{parameters.Declaration} => {returnsByRef}{group}({parameters.Arguments})";
        yield return new Offer("Write a lambda that calls the method", nameof(MethodGroupToLambdaFix), new TextChange(group.Span, NeedsParentheses(group) ? $"({lambda})" : lambda));
    }

    // Delegate f = Work; has no symbol, but an operation.
    private static IMethodSymbol? MethodOf(ExpressionSyntax group, SemanticModel model, CancellationToken cancellation) =>
        model.GetSymbolInfo(group, cancellation).Symbol as IMethodSymbol ?? (model.GetOperation(group, cancellation) as IMethodReferenceOperation)?.Method;

    private static bool IsDelegateMade(ExpressionSyntax group)
    {
        SyntaxNode outer = group;
        while (outer.Parent is ParenthesizedExpressionSyntax or CastExpressionSyntax) outer = outer.Parent;
        return outer.Parent switch
        {
            InvocationExpressionSyntax call => call.Expression != outer,
            AssignmentExpressionSyntax assignment => !assignment.IsKind(SyntaxKind.AddAssignmentExpression) && !assignment.IsKind(SyntaxKind.SubtractAssignmentExpression),
            // A function pointer, a comparison of delegates.
            PrefixUnaryExpressionSyntax or BinaryExpressionSyntax { RawKind: not (int)SyntaxKind.CoalesceExpression } => false,
            // new Handler(Method), where it is subscribed or taken off.
            ArgumentSyntax { Parent.Parent: BaseObjectCreationExpressionSyntax { Parent: AssignmentExpressionSyntax subscription } } =>
                !subscription.IsKind(SyntaxKind.AddAssignmentExpression) && !subscription.IsKind(SyntaxKind.SubtractAssignmentExpression),
            _ => true,
        };
    }

    private static bool NeedsParentheses(ExpressionSyntax group) =>
        group.Parent is CastExpressionSyntax or BinaryExpressionSyntax or ConditionalExpressionSyntax;
}
