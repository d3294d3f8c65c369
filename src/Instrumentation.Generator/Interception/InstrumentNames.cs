using Instrumentation.Generator.Methods;
using Instrumentation.Generator.Metrics;
using Instrumentation.Generator.Project;
using Instrumentation.Generator.Text;

namespace Instrumentation.Generator.Interception;

/// <summary>
/// How generated code names scopes and instruments: those of this assembly live in its <c>Telemetry</c> class, those of another
/// assembly's methods in the generated class itself.
/// </summary>
internal sealed class InstrumentNames(ProjectFacts project)
{
    private readonly string _telemetry = $"global::{GeneratedFile.NamespaceOf(project.Assembly)}.Telemetry";

    /// <summary>The scope of a method's telemetry.</summary>
    public string ScopeOf(Expansion method) => method.Scope.IsOwn ? $"{_telemetry}.Scope" : Field(method.Scope, "Scope");

    /// <summary>An instrument of a method.</summary>
    public string Of(Expansion method, Instrument instrument)
    {
        var field = InstrumentEmitter.FieldOf(instrument);
        return method.Scope.IsOwn ? $"{_telemetry}.{field}" : Field(method.Scope, field);
    }

    /// <summary>Writes the scopes and instruments of other assemblies' methods.</summary>
    public static void WriteForeign(SourceWriter writer, IEnumerable<Expansion> methods)
    {
        foreach (var scope in methods.Where(static method => !method.Scope.IsOwn).GroupBy(static method => method.Scope))
        {
            var name = Field(scope.Key, "Scope");
            writer.Line($"private static readonly {TypeNames.InstrumentationScope} {name} = {TypeNames.InstrumentationScope}.For({GeneratedFile.Literal(scope.Key.Name)}, {GeneratedFile.Literal(scope.Key.Version)}{string.Concat(scope.Key.Objectives.Select(static seconds => ", " + InstrumentEmitter.Number(seconds)))});");
            foreach (var instrument in InstrumentEmitter.DistinctOf(scope))
                writer.Line($"private static readonly {InstrumentEmitter.TypeOf(instrument)} {Field(scope.Key, InstrumentEmitter.FieldOf(instrument))} = {InstrumentEmitter.Creation(instrument, name)};");
        }

        writer.Line();
    }

    // Interceptors are named after methods, without a double underscore.
    private static string Field(ScopeName scope, string field) => $"{GeneratedFile.Identifier(scope.Name)}__{field}";
}
