using Instrumentation.Generator.Methods;
using Instrumentation.Generator.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Instrumentation.Generator.Interception;

/// <summary>Reads the calls of annotated methods.</summary>
internal static class CallSiteParser
{
    /// <summary>Whether a node is a call by a name; whether that name matters is asked of <see cref="AnnotatedNames"/> before anything is bound.</summary>
    public static bool IsCandidate(SyntaxNode node, CancellationToken cancellation) => node is InvocationExpressionSyntax call && NameOf(call) is not null;

    /// <summary>The call, if it is one of an annotated method and can be intercepted.</summary>
    public static CallSite? Parse(GeneratorSyntaxContext context, CancellationToken cancellation)
    {
        var call = (InvocationExpressionSyntax)context.Node;
        var compilation = context.SemanticModel.Compilation;
        if (!AnnotatedNames.Of(compilation).Contains(NameOf(call)!)) return null;
        if (Interceptability.Classify(call, context.SemanticModel, cancellation) is not { Escape: null, Method: var method, Behind: var behind }) return null;
        if (context.SemanticModel.GetInterceptableLocation(call, cancellation) is not { } location) return null;

        if (behind.Count > 0)
        {
            var expansions = behind.Select(reached => AnnotatedMethodParser.ExpandBehind(reached!, method, compilation)).OfType<Expansion>().ToEquatableArray();
            return expansions.Count == 0
                ? null
                : new CallSite(MethodShapeParser.KeyOf(method), location.Version, location.Data, location.GetDisplayLocation(), AnnotatedMethodParser.Plain(method, compilation), expansions);
        }

        var isDeclaredHere = Annotations.IsAnnotated(method) && SymbolEqualityComparer.Default.Equals(method.ContainingAssembly, compilation.Assembly);
        var inherited = isDeclaredHere ? null : AnnotatedMethodParser.Expand(method, compilation);
        if (!isDeclaredHere && inherited is null) return null;
        return new CallSite(MethodShapeParser.KeyOf(method), location.Version, location.Data, location.GetDisplayLocation(), inherited, default);
    }

    /// <summary>The simple name that a call is made by.</summary>
    public static string? NameOf(InvocationExpressionSyntax call) => call.Expression switch
    {
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        MemberBindingExpressionSyntax binding => binding.Name.Identifier.ValueText,
        SimpleNameSyntax name => name.Identifier.ValueText,
        _ => null,
    };
}
