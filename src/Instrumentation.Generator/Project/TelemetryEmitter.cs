using Instrumentation.Generator.Health;
using Instrumentation.Generator.Methods;
using Instrumentation.Generator.Metrics;
using Instrumentation.Generator.Roslyn;
using Instrumentation.Generator.Interception;
using Instrumentation.Generator.Text;
using Microsoft.CodeAnalysis.Text;

namespace Instrumentation.Generator.Project;

/// <summary>What the whole assembly emits to: its scope with its instruments, and the manifest that lists its sources.</summary>
internal sealed record AssemblyTelemetry(
    EquatableArray<Instrument> Instruments, EquatableArray<double> LatencyObjectives, EquatableArray<string> MethodNames, EquatableArray<string> Iterators, EquatableArray<string> Implementations, bool HasHealthChecks, EquatableArray<ReferencedSource> ReferencedSources,
    EquatableArray<FirstSeries> FirstSeries, EquatableArray<string> Measured, EquatableArray<Expansion> Observed)
{
    public static AssemblyTelemetry Of(
        EquatableArray<AnnotatedMethod> methods, EquatableArray<AnnotatedMethod> observed, EquatableArray<HealthCheck> healthChecks, EquatableArray<ReferencedSource> referencedSources) => new(
        InstrumentEmitter.DistinctOf(methods.Select(static method => method.Expansion)).ToEquatableArray(),
        methods.Select(static method => method.Objective?.LatencyMs ?? double.NaN)
            .Where(static milliseconds => milliseconds > 0)
            .Select(static milliseconds => milliseconds / 1000)
            .Distinct().OrderBy(static seconds => seconds).ToEquatableArray(),
        methods.Select(static method => method.Expansion.Shape.Name).Distinct(StringComparer.Ordinal).OrderBy(static name => name, StringComparer.Ordinal).ToEquatableArray(),
        methods.Where(static method => method.Expansion.Shape.IsSequence)
            .Select(static method => method.Expansion.Shape.DocumentationId).OrderBy(static id => id, StringComparer.Ordinal).ToEquatableArray(),
        methods.SelectMany(static method => method.Implements).Distinct(StringComparer.Ordinal).OrderBy(static pair => pair, StringComparer.Ordinal).ToEquatableArray(),
        healthChecks.Count > 0,
        referencedSources,
        Metrics.FirstSeries.Of(methods.Select(static method => method.Expansion)).ToEquatableArray(),
        methods.Where(static method => method.Expansion.Measured)
            .Select(static method => method.Expansion.Shape.FunctionName).Distinct(StringComparer.Ordinal).OrderBy(static name => name, StringComparer.Ordinal).ToEquatableArray(),
        observed.Select(static method => method.Expansion).ToEquatableArray());
}

/// <summary>The source of a referenced assembly.</summary>
internal sealed record ReferencedSource(string Name, string Assembly);

/// <summary>Writes the assembly's telemetry class and manifest.</summary>
internal static class TelemetryEmitter
{
    public static SourceText? Emit(AssemblyTelemetry telemetry, ProjectFacts project)
    {
        var isAnnotated = telemetry.MethodNames.Count + telemetry.Observed.Count > 0;
        if (!isAnnotated && !telemetry.HasHealthChecks && telemetry.ReferencedSources.Count == 0) return null;

        var writer = GeneratedFile.Begin(project.IsOldLanguage);
        if (isAnnotated || telemetry.HasHealthChecks)
        {
            var objectives = telemetry.LatencyObjectives.Count == 0 ? "" : $", Objectives = new double[] {{ {string.Join(", ", telemetry.LatencyObjectives.Select(InstrumentEmitter.Number))} }}";
            writer.Line($"[assembly: global::{AttributeNames.Manifest}({GeneratedFile.Literal(project.Source)}, Methods = {TextArray(telemetry.MethodNames)}{Named("Iterators", telemetry.Iterators)}{Named("Implementations", telemetry.Implementations)}{objectives})]");
        }

        foreach (var source in telemetry.ReferencedSources)
            writer.Line($"[assembly: global::{AttributeNames.Manifest}({GeneratedFile.Literal(source.Name)}, Assembly = {GeneratedFile.Literal(source.Assembly)})]");
        // An old C# has no interceptors that would name the class; other projects have instruments of their own for calls of this one.
        if (!isAnnotated || project.IsOldLanguage) return writer.ToSource();

        writer.Line();
        writer.Line($"namespace {GeneratedFile.NamespaceOf(project.Assembly)};").Line();
        writer.Line("/// <summary>The activity source and the meter of this assembly, and its instruments.</summary>");
        writer.Line(GeneratedFile.GeneratedCode);
        writer.Line(GeneratedFile.CompilerGenerated);
        using (writer.Block("internal static class Telemetry"))
        {
            var objectives = string.Concat(telemetry.LatencyObjectives.Select(static seconds => ", " + InstrumentEmitter.Number(seconds)));
            writer.Line($"public static readonly {TypeNames.InstrumentationScope} Scope = {TypeNames.InstrumentationScope}.For({GeneratedFile.Literal(project.Source)}, {GeneratedFile.Literal(project.Version)}{objectives});");
            foreach (var instrument in telemetry.Instruments)
                writer.Line($"public static readonly {InstrumentEmitter.TypeOf(instrument)} {InstrumentEmitter.FieldOf(instrument)} = {InstrumentEmitter.Creation(instrument, "Scope")};");
        }

        if (telemetry.FirstSeries.Count + telemetry.Measured.Count > 0 && project.HasModuleInitializers) FirstSeriesEmitter.Write(writer, telemetry.FirstSeries, telemetry.Measured);
        if (telemetry.Observed.Count > 0 && project.HasModuleInitializers) ObservedEmitter.Write(writer, telemetry.Observed);
        return writer.ToSource();
    }

    private static string Named(string name, EquatableArray<string> texts) => texts.Count == 0 ? "" : $", {name} = {TextArray(texts)}";

    private static string TextArray(IEnumerable<string> texts) => $"new string[] {{ {string.Join(", ", texts.Select(GeneratedFile.Literal))} }}";
}
