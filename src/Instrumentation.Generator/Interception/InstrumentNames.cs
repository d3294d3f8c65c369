using Instrumentation.Generator.Metrics;
using Instrumentation.Generator.Project;
using Instrumentation.Generator.Text;

namespace Instrumentation.Generator.Interception;

/// <summary>
/// How a generated class names its scope and instruments: those of this assembly live in its <c>Telemetry</c> class, those of another
/// assembly's methods in the generated class itself.
/// </summary>
internal sealed class InstrumentNames
{
    private readonly TypeInterceptors _type;
    private readonly string _telemetry;
    private readonly bool _isOwn;

    public InstrumentNames(TypeInterceptors type, ProjectFacts project)
    {
        _type = type;
        _isOwn = type.Methods[0].Expansion.Scope.IsOwn;
        _telemetry = $"global::{GeneratedFile.NamespaceOf(project.Assembly)}.Telemetry";
    }

    public string Scope => _isOwn ? $"{_telemetry}.Scope" : "Telemetry__Scope";

    public string Of(Instrument instrument) => _isOwn ? $"{_telemetry}.{InstrumentEmitter.FieldOf(instrument)}" : $"Telemetry__{InstrumentEmitter.FieldOf(instrument)}";

    /// <summary>Writes the scope and the instruments of another assembly's methods.</summary>
    public void WriteOwn(SourceWriter writer)
    {
        if (_isOwn) return;
        var scope = _type.Methods[0].Expansion.Scope;
        writer.Line($"private static readonly {TypeNames.InstrumentationScope} Telemetry__Scope = {TypeNames.InstrumentationScope}.For({GeneratedFile.Literal(scope.Name)}, {GeneratedFile.Literal(scope.Version)});");
        foreach (var instrument in InstrumentEmitter.DistinctOf(_type.Methods.Select(static method => method.Expansion)))
            writer.Line($"private static readonly {InstrumentEmitter.TypeOf(instrument)} Telemetry__{InstrumentEmitter.FieldOf(instrument)} = {InstrumentEmitter.Creation(instrument, "Telemetry__Scope")};");
        writer.Line();
    }
}
