using Instrumentation.Generator.Methods;
using Instrumentation.Generator.Paths;
using Instrumentation.Generator.Roslyn;
using Instrumentation.Generator.Text;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Metrics;

/// <summary>What came of one <c>[BusinessMetric]</c>: the metric, or the reasons why there is none.</summary>
internal sealed record ParsedMetric(AttributeData Attribute, BusinessMetric? Metric, IReadOnlyList<MetricProblem> Problems);

/// <summary>A mistake in an annotation: the argument that it is in, and what is wrong.</summary>
internal sealed record MetricProblem(MetricProblemKind Kind, string Argument, string Text, ISymbol? Personal = null);

/// <summary>What kind of mistake; each has a rule of its own.</summary>
internal enum MetricProblemKind
{
    Path,
    Type,
    Name,
    Target,

    /// <summary>Personal data would become a label.</summary>
    Personal,
}

/// <summary>Reads <c>[BusinessMetric]</c>. The generator takes what is right, the analyzer reports what is not.</summary>
internal static class BusinessMetricParser
{
    public static IEnumerable<ParsedMetric> Parse(IMethodSymbol method, MethodShape shape, Compilation compilation) => method.GetAttributes()
        .Where(static attribute => attribute.Is(AttributeNames.BusinessMetric))
        .Select(attribute => new Reading(attribute, method, shape, compilation).Parse());

    private sealed class Reading(AttributeData attribute, IMethodSymbol method, MethodShape shape, Compilation compilation)
    {
        private readonly List<MetricProblem> _problems = [];

        public ParsedMetric Parse()
        {
            var name = attribute.FirstText() ?? "";
            if (MetricNames.Problem(name) is { } problem) Report(MetricProblemKind.Name, "name", problem);
            if (method.IsAbstract) Report(MetricProblemKind.Target, "", "an abstract method has no body to measure; put the metric on the implementation");

            var kind = (MetricKind)attribute.Named("Kind", 0);
            var unit = attribute.Named<string?>("Unit", null);
            var value = Value(kind, out var valuePath, out var negated);
            var (when, whenText, condition) = When();
            var tags = Tags();
            RefuseLateReadsAtFailure(when, value, tags);

            var buckets = attribute.NamedList<double>("Buckets") ?? [];
            var instrument = new Instrument(
                name, kind, unit, attribute.Named<string?>("Description", null), ValueType(value, buckets), buckets.ToEquatableArray());
            var metric = _problems.Count > 0 ? null : new BusinessMetric(instrument, value, valuePath, negated, tags, when, condition, whenText);
            return new ParsedMetric(attribute, metric, _problems);
        }

        private PathValue? Value(MetricKind kind, out string? path, out bool negated)
        {
            path = attribute.Named<string?>("Value", null)?.Trim();
            negated = path?.StartsWith("-", StringComparison.Ordinal) == true;
            if (path is null)
            {
                if (kind is MetricKind.Histogram or MetricKind.Gauge)
                    Report(MetricProblemKind.Path, "Kind", $"a {kind.ToString().ToLowerInvariant()} needs a Value: the member path of what it records");
                return null;
            }

            if (negated && kind is MetricKind.Counter) Report(MetricProblemKind.Type, "Value", "a counter only grows; use MetricKind.UpDownCounter");
            var value = Resolve(path.TrimStart('-'), "Value", out var type);
            if (value is null || value.Shape is ValueShape.Int64 or ValueShape.Double or ValueShape.Duration) return value;
            Report(MetricProblemKind.Type, "Value", $"'{path}' is of type {Show(type)}; a measurement is a number or a TimeSpan");
            return null;
        }

        private (Moment When, string Text, PathValue? Condition) When()
        {
            var text = attribute.Named<string?>("When", null)?.Trim() ?? "success";
            switch (text)
            {
                case "success": return (Moment.Success, text, null);
                case "failure": return (Moment.Failure, text, null);
                case "always": return (Moment.Always, text, null);
            }

            var condition = Resolve(text, "When", out var type, " (or one of 'success', 'failure', 'always')");
            if (condition is not null && condition.Shape != ValueShape.Boolean)
                Report(MetricProblemKind.Type, "When", $"'{text}' is of type {Show(type)}; a condition is a bool, or one of 'success', 'failure', 'always'");
            return (Moment.Condition, text, condition);
        }

        private EquatableArray<MetricTag> Tags()
        {
            var tags = new List<MetricTag>();
            foreach (var entry in attribute.NamedList<string>("Tags") ?? [])
            {
                var cut = entry.IndexOf('=');
                var path = entry.Substring(cut + 1).Trim();
                var value = Resolve(path, "Tags", out var type);
                if (value is null) continue;
                if (value.Shape is ValueShape.None) Report(MetricProblemKind.Type, "Tags", $"'{path}' is of type {Show(type)}, which has no value that a tag can take; name one of its members");
                tags.Add(new MetricTag(cut > 0 ? entry.Substring(0, cut).Trim() : TagNames.OfPath(path), value));
            }

            return tags.ToEquatableArray();
        }

        // After a failure there is no return value to read.
        private void RefuseLateReadsAtFailure(Moment when, PathValue? value, EquatableArray<MetricTag> tags)
        {
            if (when is not (Moment.Failure or Moment.Always)) return;
            if (value?.Root == PathRoot.Return || tags.Any(static tag => tag.Value.Root == PathRoot.Return))
                Report(MetricProblemKind.Path, "When", "a call that fails returns nothing to read; use When = \"success\" or another path");
        }

        private PathValue? Resolve(string path, string argument, out ITypeSymbol? type, string hint = "")
        {
            var parsed = MemberPathParser.Parse(path, method, shape, compilation);
            type = parsed.Type;
            if (parsed.Problem is { } problem) Report(MetricProblemKind.Path, argument, problem + hint);
            if (parsed.Personal is { } personal && argument == "Tags") _problems.Add(new MetricProblem(MetricProblemKind.Personal, argument, path, personal));
            return parsed.Value;
        }

        private static string ValueType(PathValue? value, double[] buckets) =>
            value?.Shape is ValueShape.Double or ValueShape.Duration || buckets.Any(static boundary => boundary != Math.Floor(boundary)) ? "double" : "long";

        private static string Show(ITypeSymbol? type) => type?.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat) ?? "?";

        private void Report(MetricProblemKind kind, string argument, string text) => _problems.Add(new MetricProblem(kind, argument, text));
    }
}
