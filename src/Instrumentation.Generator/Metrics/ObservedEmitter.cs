using Instrumentation.Generator.Interception;
using Instrumentation.Generator.Methods;
using Instrumentation.Generator.Paths;
using Instrumentation.Generator.Text;

namespace Instrumentation.Generator.Metrics;

/// <summary>Writes the instruments whose values are asked for. They are made when the assembly is loaded: no call would do it.</summary>
internal static class ObservedEmitter
{
    public static void Write(SourceWriter writer, IReadOnlyList<Expansion> methods)
    {
        writer.Line();
        writer.Line("/// <summary>The metrics whose values are asked for when somebody collects.</summary>");
        writer.Line(GeneratedFile.GeneratedCode);
        writer.Line(GeneratedFile.CompilerGenerated);
        using (writer.Block("internal static class ObservedMetrics"))
        {
            var reads = methods.SelectMany(static method => method.Metrics.Select(metric => (method.Shape, Metric: metric))).ToList();
            writer.Line("[global::System.Runtime.CompilerServices.ModuleInitializerAttribute]");
            using (writer.Block("internal static void Begin()"))
            {
                for (var i = 0; i < reads.Count; i++) writer.Line($"{InstrumentEmitter.Creation(reads[i].Metric.Instrument, "Telemetry.Scope")}.Add(Read{i});");
            }

            writer.Line();
            for (var i = 0; i < reads.Count; i++) WriteRead(writer, reads[i].Shape, reads[i].Metric, i);
            EnumTextEmitter.WriteTexts(writer, reads.SelectMany(static read => read.Metric.Tags.Select(static tag => tag.Value)));
        }
    }

    private static void WriteRead(SourceWriter writer, MethodShape shape, BusinessMetric metric, int index)
    {
        var type = $"global::System.Diagnostics.Metrics.Measurement<{metric.Instrument.ValueType}>";
        using (writer.Block($"private static {type}? Read{index}()"))
        {
            writer.Line($"var {shape.Result} = {InterceptorSignature.TargetCall(shape.Name, shape)};");
            var value = $"({metric.Instrument.ValueType}?)({ValueExpression.AsNumber(metric.Value!, metric.Instrument.Unit)})";
            var tags = metric.Tags.Select(static tag => $"{TypeNames.Label}.Of({GeneratedFile.Literal(tag.Key)}, {ValueExpression.AsTag(tag.Value, tag.Values)})");
            var measurement = string.Join(", ", tags.Prepend((metric.IsNegated ? "-" : "") + "amount"));
            writer.Line($"return {value} is {{ }} amount ? new {type}({measurement}) : null;");
        }

        writer.Line();
    }
}
