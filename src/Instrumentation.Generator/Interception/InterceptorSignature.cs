using Instrumentation.Generator.Methods;
using Instrumentation.Generator.Project;
using Instrumentation.Generator.Text;

namespace Instrumentation.Generator.Interception;

/// <summary>The head of an interceptor, and the ways to pass its parameters on.</summary>
internal static class InterceptorSignature
{
    public static string NamespaceOf(ProjectFacts project) => $"{GeneratedFile.NamespaceOf(project.Assembly)}.Interceptors";

    /// <summary>Writes a method with the target's parameters and constraints; the receiver comes first.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="name">Its name.</param>
    /// <param name="shape">The target.</param>
    /// <param name="modifiers">Its modifiers.</param>
    /// <param name="end">What ends it, where it has no body.</param>
    /// <param name="withThis">Whether it is an extension method.</param>
    /// <param name="withAttributes">Whether the target's attributes are repeated: of a partial method by one part only.</param>
    public static void Write(SourceWriter writer, string name, MethodShape shape, string modifiers, string end = "", bool withThis = true, bool withAttributes = true)
    {
        if (withAttributes) WriteAttributes(writer, shape);
        var typeParameters = withAttributes ? shape.DeclaredTypeParameters : shape.TypeParameterList;
        var @unsafe = shape.IsUnsafe ? " unsafe" : "";
        // `partial` must be the last modifier.
        var head = modifiers.EndsWith("partial", StringComparison.Ordinal)
            ? modifiers.Substring(0, modifiers.Length - " partial".Length) + @unsafe + " partial"
            : modifiers + @unsafe;
        writer.Line($"{head} {shape.RefReturn}{shape.ReturnType} {MethodShapeParser.Escape(name)}{typeParameters}({Parameters(shape, withThis, withAttributes)}){(shape.Constraints.Count == 0 ? end : "")}");
        if (shape.Constraints.Count == 0) return;

        using (writer.Indent())
        {
            for (var i = 0; i < shape.Constraints.Count; i++)
                writer.Line(shape.Constraints[i] + (i == shape.Constraints.Count - 1 ? end : ""));
        }
    }

    /// <summary>The declared parameters.</summary>
    public static string Parameters(MethodShape shape, bool withThis, bool withAttributes = true)
    {
        var parameters = shape.Parameters.Select(parameter => (withAttributes ? parameter.Attributes : "") + Declared(parameter));
        if (shape.HasSelf) parameters = new[] { $"{shape.SelfModifier}{shape.DeclaringType} {shape.Self}" }.Concat(parameters);
        var list = string.Join(", ", parameters);
        if (!withThis || !(shape.HasSelf || shape.IsExtension)) return list;
        // `this` is a modifier; attributes come before it.
        var attributes = withAttributes && !shape.HasSelf ? shape.Parameters[0].Attributes : "";
        return $"{attributes}this {list.Substring(attributes.Length)}";
    }

    private static string Declared(ParameterShape parameter) => $"{parameter.DeclaredModifier}{parameter.Type} {parameter.Name}";

    private static void WriteAttributes(SourceWriter writer, MethodShape shape)
    {
        foreach (var attribute in shape.Context.Attributes) writer.Line(attribute);
    }

    /// <summary>The arguments for a method with the same parameters, the receiver among them.</summary>
    /// <param name="shape">The method.</param>
    /// <param name="self">What the receiver is called there.</param>
    public static string Arguments(MethodShape shape, string? self = null)
    {
        var arguments = Passed(shape);
        if (!shape.HasSelf) return arguments;
        var receiver = shape.SelfModifier + (self ?? shape.Self);
        return arguments.Length == 0 ? receiver : $"{receiver}, {arguments}";
    }

    /// <summary>The call of the target.</summary>
    public static string TargetCall(string name, MethodShape shape)
    {
        if (shape.Access == MethodAccess.Accessor) return $"{AccessorOf(name, shape)}({AccessorArguments(shape)})";
        var receiver = shape.HasSelf ? shape.Self : shape.DeclaringType;
        return $"{receiver}.{shape.EscapedName}{shape.TypeArguments}({Passed(shape)})";
    }

    /// <summary>The declaration through which a private or protected target is reached.</summary>
    public static void WriteAccessor(SourceWriter writer, string name, MethodShape shape)
    {
        var kind = shape.HasSelf ? "Method" : "StaticMethod";
        var self = shape switch
        {
            // To the runtime `in` is a reference as `ref` is. The compiler would only make the one from the other through a generic method,
            // which ref structs are no type arguments of in C# 12 and on .NET 8.
            { HasSelf: true } => $"{shape.SelfModifier}{shape.DeclaringType} {shape.Self}",
            { StaticClass: { } type } => $"[global::System.Runtime.CompilerServices.UnsafeAccessorTypeAttribute({GeneratedFile.Literal(type)})] object? {shape.Self}",
            // It only names the type; nothing is passed. A question mark would make another type of a struct.
            _ => $"{shape.DeclaringType} {shape.Self}",
        };
        var parameters = string.Join(", ", new[] { self }.Concat(shape.Parameters.Select(static parameter => parameter.Attributes + Declared(parameter))));
        // The runtime takes the type's parameters from the class around the accessor.
        var isInGenericType = shape.DeclaredTypeTypeParameters.Length > 0;
        var block = default(Block?);
        if (isInGenericType)
        {
            writer.Line($"private static class {name}__Accessors{shape.DeclaredTypeTypeParameters}");
            using (writer.Indent())
            {
                foreach (var constraint in shape.ConstraintsOf(own: false)) writer.Line(constraint);
            }

            block = writer.Block();
        }

        WriteAttributes(writer, shape);
        writer.Line($"[global::System.Runtime.CompilerServices.UnsafeAccessorAttribute(global::System.Runtime.CompilerServices.UnsafeAccessorKind.{kind}, Name = {GeneratedFile.Literal(shape.Name)})]");
        var constraints = string.Concat(shape.ConstraintsOf(own: true).Select(static constraint => " " + constraint));
        writer.Line($"{(isInGenericType ? "internal" : "private")} static extern {(shape.IsUnsafe ? "unsafe " : "")}{shape.RefReturn}{shape.ReturnType} {name}__Accessor{shape.DeclaredOwnTypeParameters}({parameters}){constraints};");
        block?.Dispose();
        writer.Line();
    }

    private static string AccessorOf(string name, MethodShape shape) =>
        $"{(shape.TypeTypeArguments.Length > 0 ? $"{name}__Accessors{shape.TypeTypeArguments}." : "")}{name}__Accessor{shape.TypeArguments}";

    private static string AccessorArguments(MethodShape shape)
    {
        var self = shape.HasSelf ? shape.SelfModifier + shape.Self : "default!";
        var arguments = Passed(shape);
        return arguments.Length == 0 ? self : $"{self}, {arguments}";
    }

    /// <summary>The arguments for a method with the same parameters.</summary>
    public static string Passed(MethodShape shape) =>
        string.Join(", ", shape.Parameters.Select(static parameter => parameter.PassedModifier + parameter.Name));
}
