using System.Collections.Concurrent;
using Instrumentation.Generator.Methods;
using Instrumentation.Generator.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Instrumentation.Generator.Interception;

/// <summary>Reads the calls of annotated methods.</summary>
internal static class CallSiteParser
{
    /// <summary>All calls of a compilation that can be intercepted, file by file.</summary>
    public static EquatableArray<CallSite> Read(Compilation compilation, CancellationToken cancellation)
    {
        var names = AnnotatedNames.Of(compilation);
        if (names.IsEmpty) return EquatableArray<CallSite>.Empty;

        // Files do not depend on each other, and a generator has the machine for itself.
        var trees = compilation.SyntaxTrees.ToArray();
        var calls = new List<CallSite>?[trees.Length];
        if (compilation.Options.ConcurrentBuild) Parallel.For(0, trees.Length, new ParallelOptions { CancellationToken = cancellation }, index => calls[index] = In(trees[index], names, compilation, cancellation));
        else for (var index = 0; index < trees.Length; index++) calls[index] = In(trees[index], names, compilation, cancellation);
        return calls.SelectMany(static ofTree => ofTree ?? []).ToEquatableArray();
    }

    /// <summary>The simple name that a call is made by.</summary>
    public static string? NameOf(InvocationExpressionSyntax call) => call.Expression switch
    {
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        MemberBindingExpressionSyntax binding => binding.Name.Identifier.ValueText,
        SimpleNameSyntax name => name.Identifier.ValueText,
        _ => null,
    };

    /// <summary>The call that is made by the name, if it is one.</summary>
    public static InvocationExpressionSyntax? CallBy(SimpleNameSyntax name)
    {
        ExpressionSyntax called = name.Parent switch
        {
            MemberAccessExpressionSyntax access when access.Name == name => access,
            MemberBindingExpressionSyntax binding => binding,
            _ => name,
        };
        return called.Parent is InvocationExpressionSyntax call && call.Expression == called ? call : null;
    }

    private static List<CallSite>? In(SyntaxTree tree, AnnotatedNames names, Compilation compilation, CancellationToken cancellation)
    {
        var calls = default(List<CallSite>);
        var model = default(SemanticModel);
        foreach (var name in names.In(tree, cancellation))
        {
            if (CallBy(name) is { } call && Parse(call, model ??= PlainModels.Of(tree, compilation), cancellation) is { } site) (calls ??= []).Add(site);
        }

        return calls;
    }

    // The call, if it is one of an annotated method and can be intercepted.
    private static CallSite? Parse(InvocationExpressionSyntax call, SemanticModel model, CancellationToken cancellation)
    {
        if (Interceptability.Classify(call, model, cancellation) is not { Escape: null, Called: var called }) return null;
        if (called.Expansion is null && !called.IsDeclaredIn(model.Compilation)) return null;
        if (called.Behind.Count > 0 && called.ExpansionsBehind.Count == 0) return null;
        return model.GetInterceptableLocation(call, cancellation) is { } location
            ? new CallSite(called.Key, location.Version, location.Data, location.GetDisplayLocation(), called.Expansion, called.ExpansionsBehind)
            : null;
    }
}
