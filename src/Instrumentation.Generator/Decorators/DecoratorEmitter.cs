using Instrumentation.Generator.Interception;
using Instrumentation.Generator.Methods;
using Instrumentation.Generator.Paths;
using Instrumentation.Generator.Project;
using Instrumentation.Generator.Roslyn;
using Instrumentation.Generator.Text;
using Microsoft.CodeAnalysis.Text;

namespace Instrumentation.Generator.Decorators;

/// <summary>Writes decorators: a sealed class that passes every member on, and the gates of those calls that have telemetry.</summary>
internal static class DecoratorEmitter
{
    private const string Services = "Microsoft.Extensions.DependencyInjection";

    public static SourceText Emit(NamedDecorator named, ProjectFacts project)
    {
        var decorator = named.Decorator;
        var writer = GeneratedFile.Begin();
        writer.Line($"namespace {NamespaceOf(project)};").Line();
        writer.Line($"/// <summary>Stands before an object of {InterceptorEmitter.Doc(decorator.Interface)}, and makes the telemetry of its calls.</summary>");
        WriteAttributes(writer, project);
        writer.Line($"internal sealed class {named.Name}{List(decorator.TypeParameters)} : {decorator.Interface}, {TypeNames.Decorator}");
        using (writer.Indent())
        {
            foreach (var constraint in decorator.Constraints) writer.Line(constraint);
        }

        // Where the project wants nothing generated, a container still needs what it is to make.
        var calls = project.IsEnabled ? Named(decorator) : [];
        using (writer.Block())
        {
            writer.Line($"private readonly {decorator.Interface} inner;").Line();
            // A container takes public constructors.
            writer.Line($"internal {named.Name}({decorator.Interface} inner) => this.inner = inner;").Line();
            if (named.IsMadeByContainer) WriteContainerConstructor(writer, named);
            writer.Line("public object Inner => inner;").Line();
            foreach (var member in decorator.Members) WriteMember(writer, member, named.Name, calls);
            writer.Line("public override string? ToString() => inner.ToString();").Line();
            writer.Line($"public override bool Equals(object? other) => inner.Equals(other is {TypeNames.Decorator} decorator ? decorator.Inner : other);").Line();
            writer.Line("public override int GetHashCode() => inner.GetHashCode();");
        }

        if (project.IsEnabled) WriteCalls(writer, named, calls, project);
        return writer.ToSource();
    }

    /// <summary>Writes what makes the decorators known when the assembly is loaded.</summary>
    public static SourceText EmitRegistration(DecoratorSet decorators, ProjectFacts project)
    {
        var writer = GeneratedFile.Begin();
        writer.Line($"namespace {NamespaceOf(project)};").Line();
        writer.Line("/// <summary>The decorators that this assembly asks for.</summary>");
        writer.Line(GeneratedFile.GeneratedCode);
        writer.Line(GeneratedFile.CompilerGenerated);
        using (writer.Block("internal static class Decorators__Registration"))
        {
            writer.Line("[global::System.Runtime.CompilerServices.ModuleInitializerAttribute]");
            using (writer.Block("internal static void Register()"))
            {
                foreach (var registration in decorators.Registrations)
                {
                    writer.Line(registration.Interface is null
                        ? $"{TypeNames.Decorators}.AddGeneric(typeof({registration.Unbound}), typeof({registration.Name}<{new string(',', registration.Arity - 1)}>));"
                        // Where the project wants nothing generated, services are registered all the same.
                        : $"{TypeNames.Decorators}.Add<{registration.Interface}>(static inner => {(project.IsEnabled ? $"new {registration.Name}{List(registration.TypeArguments)}(inner)" : "inner")});");
                }
            }
        }

        return writer.ToSource();
    }

    private static string NamespaceOf(ProjectFacts project) => $"{GeneratedFile.NamespaceOf(project.Assembly)}.Decorators";

    private static void WriteAttributes(SourceWriter writer, ProjectFacts project)
    {
        writer.Line(GeneratedFile.GeneratedCode);
        writer.Line(GeneratedFile.CompilerGenerated);
        if (project.HasStackTraceHidden) writer.Line("[global::System.Diagnostics.StackTraceHiddenAttribute]");
        writer.Line("[global::System.Diagnostics.DebuggerStepThroughAttribute]");
    }

    // A container can make a generic type only by itself, from what it knows.
    private static void WriteContainerConstructor(SourceWriter writer, NamedDecorator named)
    {
        writer.Line($"public {named.Name}(global::System.IServiceProvider services, [global::{Services}.ServiceKeyAttribute] object? key = null)");
        using (writer.Indent())
            writer.Line($": this({TypeNames.Decorators}.Inner<{named.Decorator.Interface}>(services, key))");
        writer.Line("{");
        writer.Line("}").Line();
    }

    private static void WriteMember(SourceWriter writer, DecoratedMember member, string decorator, IReadOnlyDictionary<string, string> calls)
    {
        var @unsafe = member.IsUnsafe ? "unsafe " : "";
        var @ref = member.Type.StartsWith("ref ", StringComparison.Ordinal) ? "ref " : "";
        var inner = $"(({member.Interface})inner)";
        var parameters = string.Join(", ", member.Parameters.Select(static parameter => parameter.Attributes + parameter.DeclaredModifier + parameter.Type + " " + parameter.Name));
        var passed = string.Join(", ", member.Parameters.Select(static parameter => parameter.PassedModifier + parameter.Name));
        switch (member.Kind)
        {
            case MemberKind.Method:
                var target = member.Call is { } call && calls.TryGetValue(call, out var name)
                    ? $"{decorator}__Calls.{name}{List(member.CallTypeArguments)}({(passed.Length == 0 ? "inner" : $"inner, {passed}")})"
                    : $"{inner}.{member.Name}{List(member.TypeArguments)}({passed})";
                writer.Line($"{@unsafe}{member.Type} {member.Interface}.{member.Name}{List(member.TypeParameters)}({parameters})");
                using (writer.Indent())
                {
                    foreach (var constraint in member.Constraints) writer.Line(constraint);
                    writer.Line($"=> {@ref}{target};").Line();
                }

                break;
            case MemberKind.Event:
                writer.Line($"{@unsafe}event {member.Type} {member.Interface}.{member.Name} {{ add => {inner}.{member.Name} += value; remove => {inner}.{member.Name} -= value; }}").Line();
                break;
            default:
                var isIndexer = member.Kind == MemberKind.Indexer;
                var place = isIndexer ? $"{inner}[{passed}]" : $"{inner}.{member.Name}";
                writer.Line($"{@unsafe}{member.Type} {member.Interface}.{(isIndexer ? $"this[{parameters}]" : member.Name)}");
                using (writer.Block())
                {
                    if (member.HasGetter) writer.Line($"get => {@ref}{place};");
                    if (member.Setter == Setter.Set) writer.Line($"set => {place} = value;");
                    // Nobody initializes what is there already.
                    if (member.Setter == Setter.Init) writer.Line("init => throw new global::System.NotSupportedException();");
                }

                writer.Line();
                break;
        }
    }

    private static Dictionary<string, string> Named(Decorator decorator)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        return decorator.Calls.ToDictionary(static call => call.Expansion.Shape.Key, call => InterceptorGrouping.Unique(call.Expansion.Shape.Name, taken), StringComparer.Ordinal);
    }

    private static void WriteCalls(SourceWriter writer, NamedDecorator named, Dictionary<string, string> names, ProjectFacts project)
    {
        var taken = new HashSet<string>(names.Values, StringComparer.Ordinal);
        var methods = named.Decorator.Calls.Select(call => InterceptorGrouping.Interceptor(names[call.Expansion.Shape.Key], call.Expansion, call.Behind, taken)).ToList();
        var expansions = methods.SelectMany(static method => method.Expansions).ToList();
        var instruments = new InstrumentNames(project);

        writer.Line();
        writer.Line("/// <summary>The calls that have telemetry.</summary>");
        WriteAttributes(writer, project);
        using (writer.Block($"internal static class {named.Name}__Calls"))
        {
            InstrumentNames.WriteForeign(writer, expansions);
            foreach (var method in methods) InterceptorEmitter.WriteMethod(writer, method, instruments, "public static", withThis: false);
            EnumTextEmitter.Write(writer, expansions);
        }
    }

    private static string List(EquatableArray<string> names) => names.Count == 0 ? "" : $"<{string.Join(", ", names)}>";
}
