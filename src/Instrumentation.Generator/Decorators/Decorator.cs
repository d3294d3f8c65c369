using Instrumentation.Generator.Interception;
using Instrumentation.Generator.Methods;
using Instrumentation.Generator.Roslyn;

namespace Instrumentation.Generator.Decorators;

/// <summary>What a member of an interface is.</summary>
internal enum MemberKind
{
    Method,
    Property,
    Indexer,
    Event,
}

/// <summary>How the value of a property can be set.</summary>
internal enum Setter
{
    None,
    Set,
    Init,
}

/// <summary>A member that a decorator passes on, as text that compiles inside the decorator.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Interface">The interface that declares it.</param>
/// <param name="Name">Its name.</param>
/// <param name="Type">What it returns or holds, with its <c>ref</c>.</param>
/// <param name="Parameters">Its parameters.</param>
/// <param name="TypeParameters">Its own type parameters, with the attributes that must be repeated.</param>
/// <param name="TypeArguments">The same as they are passed on.</param>
/// <param name="Constraints">What an explicit implementation must say of them.</param>
/// <param name="HasGetter">Whether it can be read.</param>
/// <param name="Setter">How it can be set.</param>
/// <param name="IsUnsafe">Whether it mentions pointers.</param>
/// <param name="Call">The key of the call that has telemetry; <see langword="null"/> where the member is only passed on.</param>
/// <param name="CallTypeArguments">The type arguments of that call.</param>
internal sealed record DecoratedMember(
    MemberKind Kind,
    string Interface,
    string Name,
    string Type,
    EquatableArray<ParameterShape> Parameters,
    EquatableArray<string> TypeParameters,
    EquatableArray<string> TypeArguments,
    EquatableArray<string> Constraints,
    bool HasGetter,
    Setter Setter,
    bool IsUnsafe,
    string? Call,
    EquatableArray<string> CallTypeArguments);

/// <summary>The decorator of an interface.</summary>
/// <param name="Key">The interface.</param>
/// <param name="Interface">The interface with its own type parameters as arguments.</param>
/// <param name="TypeParameters">Its type parameters, with the attributes that must be repeated.</param>
/// <param name="Arity">Their number.</param>
/// <param name="Constraints">What is required of them.</param>
/// <param name="Members">Its members, those of the interfaces that it extends among them.</param>
/// <param name="Calls">The calls that have telemetry.</param>
internal sealed record Decorator(
    string Key,
    string Interface,
    EquatableArray<string> TypeParameters,
    int Arity,
    EquatableArray<string> Constraints,
    EquatableArray<DecoratedMember> Members,
    EquatableArray<DecoratedCall> Calls);

/// <summary>A call that a decorator makes with telemetry.</summary>
/// <param name="Expansion">What happens at the call.</param>
/// <param name="Behind">What happens instead where the method is not annotated and annotated ones implement it.</param>
internal sealed record DecoratedCall(Expansion Expansion, EquatableArray<Expansion> Behind);

/// <summary>A place that asks for a decorator.</summary>
/// <param name="Decorator">The decorator.</param>
/// <param name="Interface">The interface with the type arguments that it is asked for; <see langword="null"/> where it is without.</param>
/// <param name="TypeArguments">The type arguments.</param>
/// <param name="Unbound">The interface without type arguments.</param>
internal sealed record DecoratorRequest(Decorator Decorator, string? Interface, EquatableArray<string> TypeArguments, string Unbound);
