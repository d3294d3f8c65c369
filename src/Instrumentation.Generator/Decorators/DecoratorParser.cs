using Instrumentation.Generator.Methods;
using Instrumentation.Generator.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Instrumentation.Generator.Decorators;

/// <summary>Reads the interfaces that decorators are asked for.</summary>
internal static class DecoratorParser
{
    /// <summary>All requests of a compilation.</summary>
    public static IEnumerable<DecoratorRequest> Read(Compilation compilation, CancellationToken cancellation)
    {
        foreach (var tree in compilation.SyntaxTrees)
        {
            foreach (var call in DecoratorRequests.Candidates(tree, cancellation))
            {
                if (Parse(call, compilation.GetSemanticModel(tree), cancellation) is { } request) yield return request;
            }
        }
    }

    private static DecoratorRequest? Parse(InvocationExpressionSyntax call, SemanticModel model, CancellationToken cancellation)
    {
        var compilation = model.Compilation;
        if (DecoratorRequests.Asked(call, model, cancellation) is not INamedTypeSymbol asked) return null;
        if (DecoratorLimits.Reason(asked, compilation) is not null) return null;

        var plain = new TypeText([]);
        var isUnbound = asked.IsUnboundGenericType;
        var arguments = isUnbound ? [] : AllArguments(asked).ToList();
        // A type parameter in scope at the call means nothing elsewhere.
        if (arguments.Any(MentionsTypeParameter)) return null;
        return new DecoratorRequest(
            Parse(asked.OriginalDefinition, compilation),
            isUnbound ? null : plain.Of(asked.WithNullableAnnotation(NullableAnnotation.None)),
            arguments.Select(plain.Of).ToEquatableArray(),
            isUnbound ? plain.Of(asked) : "");
    }

    private static Decorator Parse(INamedTypeSymbol service, Compilation compilation)
    {
        var parameters = service.AllTypeParameters().ToList();
        var text = new TypeText(parameters);
        var members = DecoratorLimits.Members(service)
            .Where(member => member is { IsStatic: false, IsSealed: false } && compilation.IsSymbolAccessibleWithin(member, compilation.Assembly))
            .Select(member => Member(member, parameters, compilation))
            .ToList();
        var calls = DecoratorLimits.Members(service).OfType<IMethodSymbol>()
            .Where(static method => !method.IsStatic)
            .Select(static method => method.OriginalDefinition)
            .Where(method => DecoratorLimits.HasTelemetry(method, compilation))
            .GroupBy(MethodShapeParser.KeyOf, StringComparer.Ordinal)
            .Select(methods => Call(methods.First(), compilation))
            .OfType<DecoratedCall>();
        return new Decorator(
            MethodShapeParser.TypeKeyOf(service, compilation),
            text.Of(service),
            parameters.Select(parameter => CopiedAttributes.OfTypeParameter(parameter, compilation) + text.Of(parameter)).ToEquatableArray(),
            parameters.Count,
            parameters.Select(parameter => text.Constraint(parameter, compilation.HasRefStructArguments())).OfType<string>().ToEquatableArray(),
            members.ToEquatableArray(),
            calls.ToEquatableArray());
    }

    private static DecoratedCall? Call(IMethodSymbol method, Compilation compilation)
    {
        if (Annotations.Source(method) is not null) return AnnotatedMethodParser.Expand(method, compilation) is { } expansion ? new DecoratedCall(expansion, []) : null;
        var behind = Implementations.Behind(method, compilation)
            .Where(reached => MethodLimits.ReasonBehind(reached, method, compilation) is null)
            .Select(reached => AnnotatedMethodParser.ExpandBehind(reached!, method, compilation))
            .OfType<Expansion>();
        return new DecoratedCall(AnnotatedMethodParser.Plain(method, compilation), behind.ToEquatableArray());
    }

    private static DecoratedMember Member(ISymbol member, List<ITypeParameterSymbol> outer, Compilation compilation)
    {
        var method = member as IMethodSymbol;
        var property = member as IPropertySymbol;
        var own = method?.TypeParameters ?? [];
        var text = new TypeText([.. outer, .. own]);
        var parameters = method?.Parameters ?? property?.Parameters ?? [];
        var type = method?.ReturnType ?? property?.Type ?? ((IEventSymbol)member).Type;
        var hasCall = method is not null && DecoratorLimits.HasTelemetry(method.OriginalDefinition, compilation);
        return new DecoratedMember(
            method is not null ? MemberKind.Method : property is null ? MemberKind.Event : property.IsIndexer ? MemberKind.Indexer : MemberKind.Property,
            text.Of(member.ContainingType.WithNullableAnnotation(NullableAnnotation.None)),
            MethodShapeParser.Escape(member.Name),
            (method?.RefKind ?? property?.RefKind ?? RefKind.None) switch { RefKind.Ref => "ref ", RefKind.RefReadOnly => "ref readonly ", _ => "" } + text.Of(type),
            parameters.Select(parameter => MethodShapeParser.Parameter(parameter, text, compilation)).ToEquatableArray(),
            own.Select(parameter => CopiedAttributes.OfTypeParameter(parameter, compilation) + text.Of(parameter)).ToEquatableArray(),
            own.Select(text.Of).ToEquatableArray(),
            own.Select(parameter => Constraint(parameter, text)).OfType<string>().ToEquatableArray(),
            property?.GetMethod is not null,
            property?.SetMethod is not { } setter ? Setter.None : setter.IsInitOnly ? Setter.Init : Setter.Set,
            parameters.Select(static parameter => parameter.Type).Append(type).Any(MethodShapeParser.MentionsPointer),
            hasCall ? MethodShapeParser.KeyOf(method!.OriginalDefinition) : null,
            hasCall ? AllArguments(member.ContainingType).Select(text.Of).Concat(own.Select(text.Of)).ToEquatableArray() : []);
    }

    // Constraints are inherited; all that can be said is what `T?` means.
    private static string? Constraint(ITypeParameterSymbol parameter, TypeText text) => parameter switch
    {
        { HasValueTypeConstraint: true } or { HasUnmanagedTypeConstraint: true } => null,
        { AllowsRefLikeType: true } => null,
        { IsReferenceType: true } => $"where {text.Of(parameter)} : class",
        _ => $"where {text.Of(parameter)} : default",
    };

    private static IEnumerable<ITypeSymbol> AllArguments(INamedTypeSymbol type) =>
        (type.ContainingType is { } container ? AllArguments(container) : []).Concat(type.TypeArguments);

    private static bool MentionsTypeParameter(ITypeSymbol type) => type switch
    {
        ITypeParameterSymbol => true,
        IArrayTypeSymbol array => MentionsTypeParameter(array.ElementType),
        INamedTypeSymbol named => AllArguments(named).Any(MentionsTypeParameter),
        _ => false,
    };
}
