using Instrumentation.Generator.Roslyn;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Methods;

/// <summary>What cannot be expanded, and why. The generator declines, the analyzer says so where the annotation stands.</summary>
internal static class MethodLimits
{
    /// <summary>The reason why no call of the method can be covered; <see langword="null"/> where calls can.</summary>
    public static string? Reason(IMethodSymbol method, Compilation compilation)
    {
        if (method.MethodKind is not (MethodKind.Ordinary or MethodKind.ExplicitInterfaceImplementation or MethodKind.ReducedExtension))
            return "only ordinary methods can be expanded";
        if (method.IsExtensionMember())
        {
            if (method is { IsAsync: true, ReturnsVoid: true }) return "nobody can tell when an 'async void' method has ended; return a Task";
            // What is called is the static method that it is compiled to, if this compiler shows it.
            return method.Implementation() is { } implementation ? Reason(implementation, compilation) : "this compiler does not show what the extension member is compiled to";
        }

        if (RunsItself(method, compilation) is { } caller) return $"{caller} calls it, and no call in the source does";
        if (method.IsVararg) return "a method with __arglist cannot be passed on";
        if (method is { IsStatic: true, IsAbstract: true } or { IsStatic: true, IsVirtual: true })
            return "which static abstract method is called is decided by a type argument";
        if (SequenceShapes.IsSequence(method) && method.Parameters.Any(static parameter => parameter.Type.IsRefLikeType && parameter.GetAttributes().Find(AttributeNames.Tag) is not null))
            return "a ref struct cannot be kept until the sequence is enumerated; remove its [Tag]";
        if (method is { IsAsync: true, ReturnsVoid: true })
            return "nobody can tell when an 'async void' method has ended; return a Task";
        if (PartialMethods.IsAwaitingBody(method)) return PartialReason(method);
        if (Unnamed(method, compilation) is { } unnamed) return unnamed;

        // It is called through its interface, and that may be.
        if (method.MethodKind == MethodKind.ExplicitInterfaceImplementation)
        {
            if (Implementations.IsVisible(method)) return null;
            return method.ExplicitInterfaceImplementations.Any(static implemented => Annotations.IsAnnotated(implemented.OriginalDefinition))
                ? "the method of its interface is annotated too, and that is what a call is one of; annotate that one alone"
                : "an explicit implementation of a framework's interface is called there, and no call in the source is followed";
        }

        return Unreachable(method, compilation);
    }

    /// <summary>What of the method's signature generated code has no name for, unless it stands in the method's own type.</summary>
    public static string? Unnamed(IMethodSymbol method, Compilation compilation)
    {
        if (!method.ContainingType.CanBeNamed(compilation))
            return $"'{method.ContainingType.Name}' cannot be named by generated code; make it and the types around it internal";
        foreach (var type in method.Parameters.Select(static parameter => parameter.Type).Append(method.ReturnType))
        {
            if (!type.CanBeNamed(compilation))
                return $"'{type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}' cannot be named by generated code; make it internal";
        }

        return null;
    }

    /// <summary>Why generated code cannot call the method, unless it stands in the method's own type.</summary>
    public static string? Unreachable(IMethodSymbol method, Compilation compilation)
    {
        if (compilation.IsSymbolAccessibleWithin(method, compilation.Assembly)) return null;
        if (!compilation.FrameworkHas("System.Runtime.CompilerServices.UnsafeAccessorAttribute"))
            return "a private or protected method can only be reached from .NET 8 on; make it internal";
        var isGeneric = method.IsGenericMethod || method.ContainingType.AllTypeParameters().Any();
        if (method.ContainingType.IsStatic)
        {
            if (!compilation.FrameworkHas("System.Runtime.CompilerServices.UnsafeAccessorTypeAttribute"))
                return "a private method of a static class can only be reached from .NET 10 on; make it internal";
            return isGeneric ? "a private method of a static class that is generic cannot be reached; make it internal" : null;
        }

        // Accessors may be generic since .NET 9, which no type tells of but those that came with it.
        return isGeneric && !compilation.FrameworkHas("System.Threading.Lock")
            ? "a private or protected method that is generic, or of a generic type, can only be reached from .NET 9 on; make it internal"
            : null;
    }

    /// <summary>The reason why a call of a method that is not annotated cannot have the telemetry of the annotated one behind it.</summary>
    /// <param name="method">The annotated method; <see langword="null"/> where it cannot be seen.</param>
    /// <param name="called">The method that is called.</param>
    /// <param name="compilation">Where the call stands.</param>
    public static string? ReasonBehind(IMethodSymbol? method, IMethodSymbol called, Compilation compilation)
    {
        if (Reason(called, compilation) is { } reason) return reason;
        if (method is null) return "the annotated method that it may reach cannot be named here; annotate the method that is called";
        if (Implementations.TypeBehind(called, method.ContainingType) is null)
            return "the type arguments of the annotated method that it may reach are not known here; annotate the method that is called";
        return MethodShapeParser.Returned(method).Kind is var kind && kind != ReturnKind.Sequence && kind != MethodShapeParser.Returned(called).Kind
            ? "what the annotated method that it may reach returns is not known here; annotate the method that is called"
            : null;
    }

    // Its other part stands in its own type, where everything can be named and reached.
    private static string? PartialReason(IMethodSymbol method) => PartialMethods.BodyOf(method) switch
    {
        null => $"it is partial and has no body; write the body as '{method.Name}Core', with the same parameters and the same return type",
        { IsAsync: true, ReturnsVoid: true } => "nobody can tell when an 'async void' method has ended; return a Task",
        _ => null,
    };

    private static string? RunsItself(IMethodSymbol method, Compilation compilation)
    {
        foreach (var attribute in method.GetAttributes())
        {
            if (attribute.AttributeClass is not { } type) continue;
            if (type.Is("System.Runtime.CompilerServices", "ModuleInitializerAttribute")) return "the runtime";
            if (type.Is("System.Runtime.InteropServices", "UnmanagedCallersOnlyAttribute")) return "native code";
        }

        return method is { IsStatic: true, Name: WellKnownMemberNames.EntryPointMethodName }
            && SymbolEqualityComparer.Default.Equals(method, compilation.GetEntryPoint(CancellationToken.None)) ? "the runtime" : null;
    }
}
