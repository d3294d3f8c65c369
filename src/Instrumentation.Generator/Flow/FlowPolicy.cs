using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Flow;

/// <summary>How an object becomes text.</summary>
internal enum TextFormat
{
    /// <summary>By <c>ToString</c>.</summary>
    Plain,

    /// <summary>By <c>ToString</c>, of each element where it is a collection.</summary>
    Listed,

    /// <summary>By all public members, and theirs.</summary>
    Destructured,

    /// <summary>By System.Text.Json.</summary>
    Json,

    /// <summary>By Newtonsoft.Json or a data contract, which mind more attributes.</summary>
    Contract,

    /// <summary>By XmlSerializer.</summary>
    Xml,
}

/// <summary>A place that values must not reach.</summary>
/// <param name="Kind">What kind of place it is. The engine does not mind.</param>
/// <param name="Name">What the user calls it.</param>
/// <param name="AcceptedBy">The method in which somebody has accepted that values reach it.</param>
internal sealed record FlowSink(object Kind, string Name, ISymbol? AcceptedBy = null);

/// <summary>An argument that ends in a sink, and how it is written there.</summary>
internal readonly record struct SinkArgument(FlowSink Sink, TextFormat Format);

/// <summary>What the engine has to be told: what is a source, what is a sink, what makes a value harmless.</summary>
internal abstract class FlowPolicy
{
    /// <summary>The source that reading the symbol is: itself, or the type of it.</summary>
    public abstract ISymbol? SourceOf(ISymbol symbol);

    /// <summary>The source that every value of the type is.</summary>
    public abstract ISymbol? SourceOfType(ITypeSymbol type);

    /// <summary>Whether a part of a source is none.</summary>
    public abstract bool IsExempt(ISymbol member);

    /// <summary>Whether a value of the type, read from a source or made of it, tells of it.</summary>
    public abstract bool Tells(ITypeSymbol type);

    /// <summary>Whether calls of the method may be sinks at all.</summary>
    public abstract bool MayBeSink(ISymbol member);

    /// <summary>How an argument of a call is written; <see langword="null"/> where it is not.</summary>
    public abstract SinkArgument? SinkOf(IMethodSymbol method, IParameterSymbol parameter, int position, string? template);

    /// <summary>How a value is written that is assigned to a member.</summary>
    public abstract SinkArgument? SinkOfAssignment(ISymbol member);

    /// <summary>How a value is written that is put into a message.</summary>
    public abstract SinkArgument? SinkOfRole(string role, IMethodSymbol method);

    /// <summary>How the arguments of a delegate are written that logs.</summary>
    public abstract SinkArgument? SinkOfDelegate(ITypeSymbol type, int position);

    /// <summary>What an object that a member returns is known for.</summary>
    public abstract string? RoleOf(ISymbol member);

    /// <summary>Whether what a method makes of a value is harmless.</summary>
    public abstract bool Sanitizes(IMethodSymbol method);

    /// <summary>How the method writes an object as text, if it is a serializer.</summary>
    public abstract TextFormat? SerializerOf(IMethodSymbol method);

    /// <summary>Whether a serializer or a destructuring logger leaves a member out.</summary>
    public abstract bool IsHidden(ISymbol member, TextFormat format);

    /// <summary>What is known of the result of a library's method, where the rule does not fit.</summary>
    public abstract LibraryRule RuleOf(IMethodSymbol method);

    /// <summary>Whether what a library's method returns is not made of an argument.</summary>
    public abstract bool Ignores(IMethodSymbol method, IParameterSymbol parameter);

    /// <summary>The parts of what a library's method returns that are sources.</summary>
    public abstract IEnumerable<(string Part, ISymbol Source)> SourceParts(IMethodSymbol method);

    /// <summary>Whether somebody has accepted what flows in the method.</summary>
    public abstract bool IsAccepted(ISymbol method);

    /// <summary>Whether flows are told of that are accepted.</summary>
    public virtual bool TellsAccepted => false;

    /// <summary>Where values are told to go that a sanitizer makes harmless; <see langword="null"/> where nobody wants to know.</summary>
    public virtual FlowSink? SafeguardOf(IMethodSymbol sanitizer) => null;
}

/// <summary>Exceptions to how the engine looks at a library's methods.</summary>
internal enum LibraryRule
{
    /// <summary>There is none.</summary>
    Default,

    /// <summary>The result tells nothing of the arguments.</summary>
    Drop,

    /// <summary>The result is made of what goes in, whatever its type.</summary>
    Copy,

    /// <summary>The result is made of what the call is made on, or of the first argument of an extension, only.</summary>
    CopyReceiver,

    /// <summary>What the object held is gone.</summary>
    Reset,

    /// <summary>Of a property: what is put there is found there by others, who have the same object.</summary>
    Shared,
}
