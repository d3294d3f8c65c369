using Instrumentation.Generator.Interception;
using Instrumentation.Generator.Text;

namespace Instrumentation.Generator.Metrics;

/// <summary>
/// Writes what makes an assembly's counters known when it is loaded, with the series that they begin with. Otherwise a series would
/// only be there with its first increment, which no rate would ever show.
/// </summary>
internal static class FirstSeriesEmitter
{
    public static void Write(SourceWriter writer, IReadOnlyList<FirstSeries> series, IReadOnlyList<string> measured)
    {
        writer.Line();
        writer.Line("/// <summary>The series that are known before the first call.</summary>");
        writer.Line(GeneratedFile.GeneratedCode);
        writer.Line(GeneratedFile.CompilerGenerated);
        using (writer.Block("internal static class FirstSeries"))
        {
            writer.Line("[global::System.Runtime.CompilerServices.ModuleInitializerAttribute]");
            using (writer.Block("internal static void Begin()"))
            {
                if (measured.Count > 0) writer.Line($"Telemetry.Scope.BeginActive({string.Join(", ", measured.Select(GeneratedFile.Literal))});");
                foreach (var (instrument, tags) in series)
                {
                    var field = $"Telemetry.{InstrumentEmitter.FieldOf(instrument)}";
                    var domains = tags.Select(static tag => tag.Creation()).ToList();
                    writer.Line(instrument.IsBound ? $"{field}.Series({string.Join(", ", domains)});" : $"Telemetry.Scope.Begin({string.Join(", ", domains.Prepend(field))});");
                }
            }
        }
    }
}
