using System.Globalization;
using Instrumentation.Generator.Methods;
using Instrumentation.Generator.Text;

namespace Instrumentation.Generator.Metrics;

/// <summary>Writes instruments.</summary>
internal static class InstrumentEmitter
{
    /// <summary>
    /// The field of an instrument. Kind, type and unit are part of it: where two annotations disagree, each has an instrument that
    /// compiles, and the analyzer reports them.
    /// </summary>
    public static string FieldOf(Instrument instrument) =>
        GeneratedFile.Identifier($"{instrument.Name}.{instrument.Kind}.{instrument.ValueType}{(instrument.Unit is null ? "" : "." + instrument.Unit)}");

    public static string TypeOf(Instrument instrument) => $"global::System.Diagnostics.Metrics.{instrument.Kind}<{instrument.ValueType}>";

    /// <summary>The expression that makes the instrument.</summary>
    public static string Creation(Instrument instrument, string scope)
    {
        var arguments = $"{GeneratedFile.Literal(instrument.Name)}, {GeneratedFile.Literal(instrument.Unit)}, {GeneratedFile.Literal(instrument.Description)}";
        var boundaries = instrument.Kind == MetricKind.Histogram && instrument.Buckets.Count > 0
            ? string.Concat(instrument.Buckets.Select(static boundary => ", " + Number(boundary)))
            : "";
        // Boundaries have the type of the values.
        if (boundaries.Length > 0 && instrument.ValueType == "long")
            boundaries = string.Concat(instrument.Buckets.Select(static boundary => ", " + ((long)boundary).ToString(CultureInfo.InvariantCulture) + "L"));
        return $"{scope}.{instrument.Kind}<{instrument.ValueType}>({arguments}{boundaries})";
    }

    /// <summary>The method that records a value.</summary>
    public static string RecordOf(MetricKind kind) => kind is MetricKind.Counter or MetricKind.UpDownCounter ? "Add" : "Record";

    /// <summary>The instruments that the methods record, one for each field.</summary>
    public static IEnumerable<Instrument> DistinctOf(IEnumerable<Expansion> methods) => methods
        .SelectMany(static method => method.Metrics)
        .GroupBy(static metric => FieldOf(metric.Instrument), StringComparer.Ordinal)
        .OrderBy(static field => field.Key, StringComparer.Ordinal)
        // The annotation that says most about the instrument speaks for all.
        .Select(static field => field.Select(static metric => metric.Instrument)
            .OrderByDescending(static instrument => instrument.Description is not null)
            .ThenByDescending(static instrument => instrument.Buckets.Count)
            .ThenBy(static instrument => instrument.Description, StringComparer.Ordinal)
            .First());

    /// <summary>A double as C#.</summary>
    public static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture) + "D";
}
