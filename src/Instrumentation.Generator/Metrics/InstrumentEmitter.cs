using System.Globalization;
using Instrumentation.Generator.Interception;
using Instrumentation.Generator.Methods;
using Instrumentation.Generator.Text;

namespace Instrumentation.Generator.Metrics;

/// <summary>Writes instruments.</summary>
internal static class InstrumentEmitter
{
    /// <summary>
    /// The field of an instrument. Kind and type are part of it: where two annotations disagree, each has an instrument that compiles,
    /// and the analyzer reports them. Names are lower case, so none of them ends like that.
    /// </summary>
    public static string FieldOf(Instrument instrument)
    {
        var kind = instrument.Kind == MetricKind.Counter ? "" : $".{instrument.Kind}";
        var type = instrument.ValueType == "long" ? "" : ".Double";
        var bound = instrument.IsBound ? ".Bound" : instrument.IsObserved ? ".Observed" : "";
        return GeneratedFile.Identifier(instrument.Name + kind + type + bound);
    }

    public static string TypeOf(Instrument instrument) => instrument.IsBound
        ? $"{TypeNames.BoundSum}<{instrument.ValueType}>"
        : $"global::System.Diagnostics.Metrics.{instrument.Kind}<{instrument.ValueType}>";

    /// <summary>The expression that makes the instrument.</summary>
    public static string Creation(Instrument instrument, string scope)
    {
        var arguments = new List<string> { GeneratedFile.Literal(instrument.Name) };
        var boundaries = instrument.Kind == MetricKind.Histogram ? instrument.Buckets : [];
        if (instrument.Unit is not null || instrument.Description is not null || boundaries.Count > 0) arguments.Add(GeneratedFile.Literal(instrument.Unit));
        if (instrument.Description is not null || boundaries.Count > 0) arguments.Add(GeneratedFile.Literal(instrument.Description));
        arguments.AddRange(boundaries.Select(boundary => Boundary(boundary, instrument.ValueType)));
        return $"{scope}.{(instrument.IsBound ? "Bound" : instrument.IsObserved ? "Observed" : "")}{instrument.Kind}<{instrument.ValueType}>({string.Join(", ", arguments)})";
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
            .ThenByDescending(static instrument => instrument.MaxSeries)
            .First());

    /// <summary>A double as C#.</summary>
    public static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture) + "D";

    // Boundaries have the type of the values.
    private static string Boundary(double boundary, string valueType) =>
        valueType == "long" ? ((long)boundary).ToString(CultureInfo.InvariantCulture) + "L" : Number(boundary);
}
