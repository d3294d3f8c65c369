using Instrumentation.Generator.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Instrumentation.Generator.Methods;

/// <summary>Reads a method's signature.</summary>
internal static class MethodShapeParser
{
    /// <summary>The definition that an annotation stands on: no type arguments, no reduced receiver, no extension block.</summary>
    public static IMethodSymbol Definition(IMethodSymbol method)
    {
        var definition = (method.ReducedFrom ?? method).OriginalDefinition;
        return definition.IsExtensionMember() ? definition.Implementation() ?? definition : definition;
    }

    /// <summary>Reads the signature.</summary>
    /// <param name="method">The method.</param>
    /// <param name="compilation">Where generated code stands.</param>
    /// <param name="body">The method that is called in its place, from within its type; what the type declares is in scope there.</param>
    public static MethodShape Parse(IMethodSymbol method, Compilation compilation, IMethodSymbol? body = null)
    {
        var type = method.ContainingType;
        var typeParameters = (body is null ? type.AllTypeParameters() : []).Concat(method.TypeParameters).ToList();
        var text = new TypeText(typeParameters);
        var (returns, result) = Returned(method);

        return new MethodShape(
            Key: KeyOf(method),
            TypeKey: TypeKeyOf(type, compilation),
            DeclaringType: text.Of(type),
            Name: method.SimpleName(),
            EscapedName: Escape((body ?? method).SimpleName()),
            FunctionName: FunctionNameOf(method),
            Access: body is not null || compilation.IsSymbolAccessibleWithin(method, compilation.Assembly) ? MethodAccess.Direct : MethodAccess.Accessor,
            IsStatic: method.IsStatic,
            IsExtension: method.IsExtensionMethod,
            SelfModifier: SelfModifier(method),
            Parameters: method.Parameters.Select(parameter => Parameter(parameter, text, compilation)).ToEquatableArray(),
            TypeParameters: typeParameters.Select(text.Of).ToEquatableArray(),
            OwnTypeParameters: method.TypeParameters.Length,
            Constraints: typeParameters.Select(parameter => text.Constraint(parameter, compilation.HasRefStructArguments())).OfType<string>().ToEquatableArray(),
            ReturnType: text.Of(method.ReturnType),
            IsInterfaceMember: type.TypeKind == TypeKind.Interface && !method.IsStatic,
            RefReturn: method.RefKind switch { RefKind.Ref => "ref ", RefKind.RefReadOnly => "ref readonly ", _ => "" },
            ResultType: result is null ? "" : text.Of(result),
            Returns: returns,
            IsUnsafe: method.Parameters.Select(parameter => parameter.Type).Append(method.ReturnType).Any(MentionsPointer),
            Suffix: SuffixAgainst([.. method.Parameters.Select(static parameter => parameter.Name), .. typeParameters.Select(static parameter => parameter.Name)]),
            Context: new CallContext(
                IsObsolete(method),
                Overridden(method).SelectMany(static candidate => candidate.GetAttributes()).Where(static attribute => IsOf("System.Diagnostics", "ConditionalAttribute", attribute))
                    .Select(static attribute => attribute.FirstText()).OfType<string>().Distinct(StringComparer.Ordinal).OrderBy(static symbol => symbol, StringComparer.Ordinal).ToEquatableArray(),
                CopiedAttributes.OfMethod(method, compilation).ToEquatableArray(),
                typeParameters.Select(parameter => CopiedAttributes.OfTypeParameter(parameter, compilation)).ToEquatableArray()))
        {
            IsCompiledAsync = AsyncMethods.IsCompiled(body ?? method),
            StaticClass = type.IsStatic ? $"{type.MetadataName()}, {type.ContainingAssembly.Name}" : null,
        };
    }

    /// <summary>What tells the method from every other: its assembly and its documentation id.</summary>
    public static string KeyOf(IMethodSymbol method) => $"{method.ContainingAssembly?.Name}|{method.GetDocumentationCommentId()}";

    /// <summary>The value of <c>code.function.name</c>.</summary>
    public static string FunctionNameOf(IMethodSymbol method) => $"{method.ContainingType.DottedName()}.{method.SimpleName()}";

    /// <summary>The type whose calls share a generated class. Types of other assemblies carry their assembly's name.</summary>
    public static string TypeKeyOf(INamedTypeSymbol type, Compilation compilation) =>
        SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, compilation.Assembly)
            ? type.MetadataName()
            : $"{type.MetadataName()}@{type.ContainingAssembly.Name}";

    /// <summary>How the method hands over its result, and the type of that result.</summary>
    public static (ReturnKind Kind, ITypeSymbol? Result) Returned(IMethodSymbol method)
    {
        if (method.ReturnsVoid) return (ReturnKind.Void, null);
        if (SequenceShapes.IsSequence(method)) return (ReturnKind.Sequence, null);
        if (method.RefKind == RefKind.None && method.ReturnType is INamedTypeSymbol type)
        {
            if (type.Is("System.Threading.Tasks", "Task"))
                return type.Arity == 0 ? (ReturnKind.Task, null) : (ReturnKind.TaskOfT, type.TypeArguments[0]);
            if (type.Is("System.Threading.Tasks", "ValueTask"))
                return type.Arity == 0 ? (ReturnKind.ValueTask, null) : (ReturnKind.ValueTaskOfT, type.TypeArguments[0]);
        }

        return (ReturnKind.Value, method.ReturnType);
    }

    /// <summary>Why a method without a result has none.</summary>
    public static string WhyNoResult(IMethodSymbol method) => SequenceShapes.IsSequence(method)
        ? $"what '{method.Name}' returns comes piece by piece, and there is nothing to read when it ends"
        : $"'{method.Name}' returns nothing";

    public static string Escape(string name) =>
        SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None || SyntaxFacts.GetContextualKeywordKind(name) != SyntaxKind.None ? "@" + name : name;

    private static string SelfModifier(IMethodSymbol method)
    {
        if (method.IsStatic || !method.ContainingType.IsValueType) return "";
        return method.IsReadOnly || method.ContainingType.IsReadOnly ? "in " : "ref ";
    }

    private static IEnumerable<IMethodSymbol> Overridden(IMethodSymbol method)
    {
        for (var candidate = method; candidate is not null; candidate = candidate.OverriddenMethod) yield return candidate;
    }

    private static bool IsObsolete(IMethodSymbol method) => Overridden(method).Any(static candidate => IsMarkedObsolete(candidate));

    private static bool IsMarkedObsolete(ISymbol symbol) =>
        symbol.GetAttributes().Any(static attribute => IsOf("System", "ObsoleteAttribute", attribute)) || (symbol.ContainingType is { } type && IsMarkedObsolete(type));

    private static bool IsOf(string containingNamespace, string name, AttributeData attribute) => attribute.AttributeClass?.Is(containingNamespace, name) == true;

    public static ParameterShape Parameter(IParameterSymbol parameter, TypeText text, Compilation compilation)
    {
        var (declared, passed) = parameter.RefKind switch
        {
            RefKind.Ref => ("ref ", "ref "),
            RefKind.Out => ("out ", "out "),
            RefKind.In => ("in ", "in "),
            RefKind.RefReadOnlyParameter => ("ref readonly ", "in "),
            _ => ("", ""),
        };

        // `out` is scoped without saying so, as `params` spans are; only the latter must be repeated.
        var scoped = parameter.ScopedKind != ScopedKind.None && parameter.RefKind != RefKind.Out ? "scoped " : "";

        // An argument that is `dynamic` would make the call of the target a dynamic one.
        var type = parameter.Type.TypeKind == TypeKind.Dynamic ? "object?" : text.Of(parameter.Type);
        return new ParameterShape(Escape(parameter.Name), type, scoped + declared, passed, CopiedAttributes.OfParameter(parameter, compilation));
    }

    public static bool MentionsPointer(ITypeSymbol type) => type switch
    {
        IPointerTypeSymbol or IFunctionPointerTypeSymbol => true,
        IArrayTypeSymbol array => MentionsPointer(array.ElementType),
        INamedTypeSymbol named => named.TypeArguments.Any(MentionsPointer),
        _ => false,
    };

    // The names that generated code adds must not be those of parameters or type parameters.
    private static string SuffixAgainst(IReadOnlyList<string> names)
    {
        var suffix = "";
        while (names.Any(name => IsReserved(name, suffix))) suffix += "_";
        return suffix;
    }

    private static bool IsReserved(string name, string suffix)
    {
        if (!name.EndsWith(suffix, StringComparison.Ordinal)) return false;
        var stem = name.Substring(0, name.Length - suffix.Length);
        return stem is "origin" or "self" or "result" or "scope" or "task" or "returned" or "exception" or "cancelled"
            || stem.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9') is "value" or "amount" or "series";
    }
}
