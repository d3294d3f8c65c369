using Instrumentation.Generator.Methods;
using Instrumentation.Generator.Project;
using Instrumentation.Generator.Text;

namespace Instrumentation.Generator.Interception;

/// <summary>The head of an interceptor, and the ways to pass its parameters on.</summary>
internal static class InterceptorSignature
{
    public static string NamespaceOf(ProjectFacts project) => $"{GeneratedFile.NamespaceOf(project.Assembly)}.Interceptors";

    /// <summary>Writes a method with the target's parameters and constraints; the receiver comes first.</summary>
    public static void Write(SourceWriter writer, string name, MethodShape shape, string modifiers, string end = "", bool withThis = true)
    {
        var @unsafe = shape.IsUnsafe ? " unsafe" : "";
        // `partial` must be the last modifier.
        var head = modifiers.EndsWith("partial", StringComparison.Ordinal)
            ? modifiers.Substring(0, modifiers.Length - " partial".Length) + @unsafe + " partial"
            : modifiers + @unsafe;
        writer.Line($"{head} {shape.RefReturn}{shape.ReturnType} {MethodShapeParser.Escape(name)}{shape.TypeParameterList}({Parameters(shape, withThis)}){(shape.Constraints.Count == 0 ? end : "")}");
        if (shape.Constraints.Count == 0) return;

        using (writer.Indent())
        {
            for (var i = 0; i < shape.Constraints.Count; i++)
                writer.Line(shape.Constraints[i] + (i == shape.Constraints.Count - 1 ? end : ""));
        }
    }

    /// <summary>The declared parameters.</summary>
    public static string Parameters(MethodShape shape, bool withThis)
    {
        var parameters = shape.Parameters.Select(static parameter => $"{parameter.DeclaredModifier}{parameter.Type} {parameter.Name}");
        if (shape.HasSelf) parameters = new[] { $"{shape.SelfModifier}{shape.DeclaringType} {shape.Self}" }.Concat(parameters);
        var list = string.Join(", ", parameters);
        return withThis && (shape.HasSelf || shape.IsExtension) ? "this " + list : list;
    }

    /// <summary>The arguments for a method with the same parameters, the receiver among them.</summary>
    public static string Arguments(MethodShape shape)
    {
        var arguments = Passed(shape);
        if (!shape.HasSelf) return arguments;
        var self = shape.SelfModifier + shape.Self;
        return arguments.Length == 0 ? self : $"{self}, {arguments}";
    }

    /// <summary>The call of the target.</summary>
    public static string TargetCall(string name, MethodShape shape)
    {
        if (shape.Access == MethodAccess.Accessor) return $"{name}__Accessor({AccessorArguments(shape)})";
        var receiver = shape.HasSelf ? shape.Self : shape.DeclaringType;
        return $"{receiver}.{shape.EscapedName}{shape.TypeArguments}({Passed(shape)})";
    }

    /// <summary>The declaration through which a private or protected target is reached.</summary>
    public static void WriteAccessor(SourceWriter writer, string name, MethodShape shape)
    {
        var kind = shape.HasSelf ? "Method" : "StaticMethod";
        var self = shape.HasSelf
            ? (shape.SelfModifier.Length == 0 ? "" : "ref ") + $"{shape.DeclaringType} {shape.Self}"
            : $"{shape.DeclaringType}? {shape.Self}";
        var parameters = string.Join(", ", new[] { self }.Concat(shape.Parameters.Select(static parameter => $"{parameter.DeclaredModifier}{parameter.Type} {parameter.Name}")));
        writer.Line($"[global::System.Runtime.CompilerServices.UnsafeAccessorAttribute(global::System.Runtime.CompilerServices.UnsafeAccessorKind.{kind}, Name = {GeneratedFile.Literal(shape.Name)})]");
        writer.Line($"private static extern {(shape.IsUnsafe ? "unsafe " : "")}{shape.RefReturn}{shape.ReturnType} {name}__Accessor({parameters});");
        writer.Line();
    }

    private static string AccessorArguments(MethodShape shape)
    {
        var self = shape switch
        {
            { HasSelf: false } => "default",
            { SelfModifier: "in " } => $"ref global::System.Runtime.CompilerServices.Unsafe.AsRef(in {shape.Self})",
            { SelfModifier: "ref " } => $"ref {shape.Self}",
            _ => shape.Self,
        };
        var arguments = Passed(shape);
        return arguments.Length == 0 ? self : $"{self}, {arguments}";
    }

    private static string Passed(MethodShape shape) =>
        string.Join(", ", shape.Parameters.Select(static parameter => parameter.PassedModifier + parameter.Name));
}
