using Instrumentation.Generator.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Instrumentation.Generator.Methods;

/// <summary>
/// Which methods hand over a sequence that does its work while it is enumerated, so that their span has to last until that ends:
/// everything asynchronous, and iterators. Any other <c>IEnumerable</c> is a value: it may be a list that somebody casts back.
/// </summary>
internal static class SequenceShapes
{
    private const string Collections = "System.Collections.Generic";

    public static bool IsSequence(IMethodSymbol method) => method.RefKind == RefKind.None && (IsAsynchronous(method.ReturnType) || (IsEnumeration(method.ReturnType) && IsIterator(method)));

    private static bool IsAsynchronous(ITypeSymbol type) => type.Is(Collections, "IAsyncEnumerable") || type.Is(Collections, "IAsyncEnumerator");

    private static bool IsEnumeration(ITypeSymbol type) =>
        type.Is(Collections, "IEnumerable") || type.Is(Collections, "IEnumerator") || type.Is("System.Collections", "IEnumerable") || type.Is("System.Collections", "IEnumerator");

    // In source it has a yield; what was compiled has a mark, and a reference assembly has the manifest's word for it.
    private static bool IsIterator(IMethodSymbol method)
    {
        var written = PartialMethods.IsAwaitingBody(method) ? PartialMethods.BodyOf(method) ?? method : method.PartialImplementationPart ?? method;
        if (written.DeclaringSyntaxReferences is { IsEmpty: false } references)
            return references.Any(static reference => reference.GetSyntax() is MethodDeclarationSyntax { Body: { } body } && Yields(body));
        return method.GetAttributes().Any(static attribute => attribute.AttributeClass is { Name: "IteratorStateMachineAttribute" })
            || method.ContainingAssembly.GetAttributes().Any(attribute => attribute.Is(AttributeNames.Manifest)
                && attribute.NamedList<string>("Iterators")?.Contains(method.GetDocumentationCommentId()) == true);
    }

    private static bool Yields(BlockSyntax body) => body
        .DescendantNodes(static node => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or ExpressionSyntax))
        .Any(static node => node is YieldStatementSyntax);
}
