using Instrumentation.Generator.Roslyn;

namespace Instrumentation.Generator.Methods;

/// <summary>How a method hands over its result; it decides what its span has to wait for.</summary>
internal enum ReturnKind
{
    Void,
    Value,
    Task,
    TaskOfT,
    ValueTask,
    ValueTaskOfT,

    /// <summary>It comes piece by piece, while it is enumerated.</summary>
    Sequence,
}

/// <summary>How generated code reaches the method.</summary>
internal enum MethodAccess
{
    /// <summary>By its name.</summary>
    Direct,

    /// <summary>Through an <c>[UnsafeAccessor]</c>, because it is private or protected.</summary>
    Accessor,
}

/// <summary>A parameter as it is declared and as it is passed on.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type.</param>
/// <param name="DeclaredModifier">What stands before the type.</param>
/// <param name="PassedModifier">What stands before an argument.</param>
/// <param name="Attributes">The attributes that a stand-in must repeat (<see cref="CopiedAttributes"/>).</param>
internal sealed record ParameterShape(string Name, string Type, string DeclaredModifier, string PassedModifier, string Attributes);

/// <summary>The signature of a method, as text that compiles anywhere in the assembly. Equal signatures are equal values.</summary>
/// <remarks>
/// It is cached between edits, so it must not hold a symbol, a syntax node, a location or a list that compares by reference
/// (<c>ModelShapeTests</c> proves that for every model).
/// </remarks>
internal sealed record MethodShape(
    string Key,
    string TypeKey,
    string DeclaringType,
    string Name,
    string EscapedName,
    string FunctionName,
    MethodAccess Access,
    bool IsStatic,
    bool IsExtension,
    bool IsInterfaceMember,
    string SelfModifier,
    EquatableArray<ParameterShape> Parameters,
    EquatableArray<string> TypeParameters,
    int OwnTypeParameters,
    EquatableArray<string> Constraints,
    string ReturnType,
    string RefReturn,
    string ResultType,
    ReturnKind Returns,
    bool IsUnsafe,
    string Suffix,
    CallContext Context)
{
    /// <summary>The name of the receiver in generated code.</summary>
    public string Self => "self" + Suffix;

    /// <summary>The name of the result in generated code.</summary>
    public string Result => "result" + Suffix;

    /// <summary>The receiver as member paths read it, where that is not <see cref="Self"/>.</summary>
    public string? SelfView { get; init; }

    /// <summary>The result as member paths read it, where that is not <see cref="Result"/>.</summary>
    public string? ResultView { get; init; }

    /// <summary>The declaring type as reflection names it, where it is a static class, which no parameter can be of.</summary>
    public string? StaticClass { get; init; }

    /// <summary>
    /// Whether the compiler is known to have made it a state machine: its task has one exception at most, and it leaves the execution
    /// context as it found it.
    /// </summary>
    public bool IsCompiledAsync { get; init; }

    /// <summary>The name of the call under way in generated code.</summary>
    public string Scope => "scope" + Suffix;

    /// <summary>Whether the result comes later than the return.</summary>
    public bool IsAwaited => Returns is ReturnKind.Task or ReturnKind.TaskOfT or ReturnKind.ValueTask or ReturnKind.ValueTaskOfT;

    /// <summary>The method's documentation id, which tells it from every other of its assembly.</summary>
    public string DocumentationId => Key.Substring(Key.IndexOf('|') + 1);

    /// <summary>Whether the call lasts until an enumeration ends.</summary>
    public bool IsSequence => Returns == ReturnKind.Sequence;

    /// <summary>Whether there is a result to look at.</summary>
    public bool HasResult => Returns is ReturnKind.Value or ReturnKind.TaskOfT or ReturnKind.ValueTaskOfT;

    /// <summary>Whether generated code has a receiver.</summary>
    public bool HasSelf => !IsStatic;

    /// <summary><c>&lt;T, U&gt;</c>, or nothing.</summary>
    public string TypeParameterList => TypeParameters.Count == 0 ? "" : $"<{string.Join(", ", TypeParameters)}>";

    /// <summary>As <see cref="TypeParameterList"/>, with the attributes that a stand-in must repeat.</summary>
    public string DeclaredTypeParameters => TypeParameters.Count == 0
        ? ""
        : $"<{string.Join(", ", TypeParameters.Zip(Context.TypeParameterAttributes, static (name, attributes) => attributes + name))}>";

    /// <summary>The type parameters of the declaring type, with the attributes that a stand-in must repeat.</summary>
    public string DeclaredTypeTypeParameters => Listed(0, TypeParameters.Count - OwnTypeParameters, withAttributes: true);

    /// <summary>The type parameters that the method declares itself, with the attributes that a stand-in must repeat.</summary>
    public string DeclaredOwnTypeParameters => Listed(TypeParameters.Count - OwnTypeParameters, OwnTypeParameters, withAttributes: true);

    /// <summary>The type arguments of the declaring type.</summary>
    public string TypeTypeArguments => Listed(0, TypeParameters.Count - OwnTypeParameters, withAttributes: false);

    /// <summary>The constraints of the declaring type's parameters, or of the method's own.</summary>
    public IEnumerable<string> ConstraintsOf(bool own)
    {
        var names = own ? TypeParameters.Skip(TypeParameters.Count - OwnTypeParameters) : TypeParameters.Take(TypeParameters.Count - OwnTypeParameters);
        return Constraints.Where(constraint => names.Any(name => constraint.StartsWith($"where {name} : ", StringComparison.Ordinal)));
    }

    private string Listed(int start, int count, bool withAttributes)
    {
        if (count == 0) return "";
        var names = TypeParameters.Skip(start).Take(count);
        return $"<{string.Join(", ", withAttributes ? names.Zip(Context.TypeParameterAttributes.Skip(start), static (name, attributes) => attributes + name) : names)}>";
    }

    /// <summary>The part of the type parameters that the method declares itself.</summary>
    public string TypeArguments => OwnTypeParameters == 0
        ? ""
        : $"<{string.Join(", ", TypeParameters.Skip(TypeParameters.Count - OwnTypeParameters))}>";
}

/// <summary>What a call of the method needs around it, to be the same call in generated code.</summary>
/// <param name="IsObsolete">Whether only obsolete code may call it.</param>
/// <param name="Conditions">The symbols of its <c>[Conditional]</c>: the caller's file may define them, and then the call is there.</param>
/// <param name="Attributes">The attribute lists that a stand-in must repeat (<see cref="CopiedAttributes"/>).</param>
/// <param name="TypeParameterAttributes">The same for each of the type parameters.</param>
internal sealed record CallContext(bool IsObsolete, EquatableArray<string> Conditions, EquatableArray<string> Attributes, EquatableArray<string> TypeParameterAttributes);
