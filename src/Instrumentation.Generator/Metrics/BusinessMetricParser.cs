using Instrumentation.Generator.Catalog;
using Instrumentation.Generator.Methods;
using Instrumentation.Generator.Paths;
using Instrumentation.Generator.Privacy;
using Instrumentation.Generator.Roslyn;
using Instrumentation.Generator.Text;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Metrics;

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

            if (ObservedLimits.IsObserved(attribute) && ObservedLimits.Reason(method, compilation) is { } reason)
            {
                Report(MetricProblemKind.Target, "Observe", reason);
                return new ParsedMetric(attribute, null, _problems);
            }

            var kind = Kind();
            var value = Value(kind, out var valuePath, out var negated);
            var unit = Unit(value);
            if (MetricNames.Redundancy(name, kind, unit) is { } redundancy) Report(MetricProblemKind.Unit, "name", redundancy);
            var (when, whenText, condition) = When();
            var tags = Tags();
            if (ObservedLimits.IsObserved(attribute)) RefuseWhatIsNotAsked(kind, when);
            else RefuseLateReadsAtFailure(when, value, tags);

            var buckets = Buckets(kind);
            var instrument = new Instrument(
                name, kind, unit, attribute.Named<string?>("Description", null), ValueType(value, buckets), buckets.ToEquatableArray(), IsBound(kind, tags), MaxSeries(), ObservedLimits.IsObserved(attribute));
            var isUsable = !_problems.Any(static problem => problem.IsFatal);
            var metric = isUsable ? new BusinessMetric(instrument, value, valuePath, negated, tags, when, condition, whenText) : null;
            return new ParsedMetric(attribute, metric, _problems);
        }

        private MetricKind Kind()
        {
            var kind = (MetricKind)attribute.Named("Kind", 0);
            if (kind is MetricKind.Counter or MetricKind.UpDownCounter or MetricKind.Histogram or MetricKind.Gauge) return kind;
            Report(MetricProblemKind.Settings, "Kind", $"there is no MetricKind {(int)kind}");
            return MetricKind.Counter;
        }

        private PathValue? Value(MetricKind kind, out string? path, out bool negated)
        {
            path = attribute.Named<string?>("Value", null)?.Trim() ?? (ObservedLimits.IsObserved(attribute) ? "return" : null);
            negated = path?.StartsWith("-", StringComparison.Ordinal) == true;
            if (path is null)
            {
                if (kind is MetricKind.Histogram or MetricKind.Gauge)
                    Report(MetricProblemKind.Settings, "Kind", $"a {kind.ToString().ToLowerInvariant()} needs a Value: the member path of what it records");
                return null;
            }

            if (negated && kind is MetricKind.Counter) Report(MetricProblemKind.Settings, "Value", "a counter only grows; use MetricKind.UpDownCounter");
            var value = Resolve(negated ? path.Substring(1) : path, "Value", out var type);
            if (value is null || value.Shape is ValueShape.Int64 or ValueShape.Double or ValueShape.Duration) return value;
            Report(MetricProblemKind.Type, "Value", $"'{path}' is of type {Show(type)}; a measurement is a number or a TimeSpan");
            return null;
        }

        // A duration says by itself what its unit is.
        private string? Unit(PathValue? value)
        {
            var unit = attribute.Named<string?>("Unit", null);
            var isDuration = value?.Shape == ValueShape.Duration;
            if (unit is null) return isDuration ? DurationUnits.Default : null;
            if (MetricUnits.Problem(unit) is { } problem) Report(MetricProblemKind.Unit, "Unit", problem);
            else if (isDuration && !DurationUnits.Contains(unit)) Report(MetricProblemKind.Type, "Unit", $"a TimeSpan cannot be recorded in '{unit}'; write s, ms, us, ns, min, h or d");
            return unit;
        }

        private double[] Buckets(MetricKind kind)
        {
            var buckets = attribute.NamedList<double>("Buckets") ?? [];
            if (buckets.Length > 0 && kind != MetricKind.Histogram) Report(MetricProblemKind.Settings, "Buckets", "only a histogram has buckets; use MetricKind.Histogram");
            if (buckets.Any(static boundary => double.IsNaN(boundary) || double.IsInfinity(boundary)))
                Report(MetricProblemKind.Settings, "Buckets", "a boundary is a finite number; what lies beyond the last one has a bucket of its own");
            else if (buckets.Zip(buckets.Skip(1), static (left, right) => left >= right).Any(static isWrong => isWrong))
                Report(MetricProblemKind.Settings, "Buckets", "the boundaries must ascend");
            return buckets;
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

        // What is asked for must be possible; what an assembly asks of all its metrics holds for those that it can.
        private bool IsBound(MetricKind kind, EquatableArray<MetricTag> tags)
        {
            var isAsked = attribute.Named("PreBound", false);
            if (ObservedLimits.IsObserved(attribute)) return false;
            if (!isAsked && method.ContainingAssembly?.GetAttributes().Find(AttributeNames.PreBoundMetrics) is null) return false;

            var problem = BindingProblem(kind, tags);
            if (isAsked && problem is not null) Report(MetricProblemKind.Settings, "PreBound", problem);
            return problem is null;
        }

        private static string? BindingProblem(MetricKind kind, EquatableArray<MetricTag> tags)
        {
            if (kind is not (MetricKind.Counter or MetricKind.UpDownCounter)) return $"the series of a {kind.ToString().ToLowerInvariant()} cannot be bound beforehand; leave PreBound out";
            if (tags.FirstOrDefault(static tag => TagDomain.Of(tag) is null) is { } unbounded)
                return $"tag '{unbounded.Key}' takes any value, so that its series are not known beforehand; use an enum, a bool or [Tag(Values = …)], or leave PreBound out";
            var series = TagDomain.Series(tags.Select(static tag => TagDomain.Of(tag)!));
            return series > TagDomain.MaximumSeries ? $"its tags make {series} series, and at most {TagDomain.MaximumSeries} are bound beforehand; leave PreBound out" : null;
        }

        private int MaxSeries()
        {
            var limit = attribute.Named("MaxSeries", 0);
            if (limit < 0) Report(MetricProblemKind.Settings, "MaxSeries", "a metric has at least one series");
            return Math.Max(0, limit);
        }

        private EquatableArray<MetricTag> Tags()
        {
            var tags = new List<MetricTag>();
            var entries = attribute.NamedList<string>("Tags") ?? [];
            for (var i = 0; i < entries.Length; i++)
            {
                var entry = TagEntry.Parse(entries[i]);
                var tag = entry.Constant is { } constant ? new MetricTag(entry.Key, PathValue.Constant(constant), new([constant])) : Read(entry, i);
                if (entry.Problem is { } problem) Report(MetricProblemKind.Name, "Tags", problem, i);
                if (tag is null) continue;
                if (tags.Any(other => other.Key == tag.Key)) Report(MetricProblemKind.Name, "Tags", $"two tags are called '{tag.Key}'; name one of them, as in 'other={entry.Path}'", i);
                tags.Add(tag);
            }

            return tags.ToEquatableArray();
        }

        private MetricTag? Read(TagEntry entry, int element)
        {
            if (Resolve(entry.Path, "Tags", out var type, out var values, element: element) is not { } value) return null;
            if (value.Shape is ValueShape.None) Report(MetricProblemKind.Type, "Tags", $"'{entry.Path}' is of type {Show(type)}, which has no value that a tag can take; name one of its members", element);
            return new MetricTag(entry.Key, value, values);
        }

        private void RefuseWhatIsNotAsked(MetricKind kind, Moment when)
        {
            if (kind == MetricKind.Histogram) Report(MetricProblemKind.Settings, "Kind", "a histogram is recorded at each call and never asked for; leave Observe out");
            if (when != Moment.Success) Report(MetricProblemKind.Settings, "When", "a value that is asked for has no success or failure; leave When out, or return null where there is no value");
            if (attribute.Named("PreBound", false)) Report(MetricProblemKind.Settings, "PreBound", "a value that is asked for has no series to bind; leave PreBound out");
        }

        // After a failure there is no return value to read.
        private void RefuseLateReadsAtFailure(Moment when, PathValue? value, EquatableArray<MetricTag> tags)
        {
            if (when is not (Moment.Failure or Moment.Always)) return;
            if (value?.Root == PathRoot.Return || tags.Any(static tag => tag.Value.Root == PathRoot.Return))
                Report(MetricProblemKind.Settings, "When", "a call that fails returns nothing to read; use When = \"success\" or another path");
        }

        private PathValue? Resolve(string path, string argument, out ITypeSymbol? type, string hint = "") => Resolve(path, argument, out type, out _, hint);

        private PathValue? Resolve(string path, string argument, out ITypeSymbol? type, out EquatableArray<string> values, string hint = "", int? element = null)
        {
            var parsed = MemberPathParser.Parse(path, method, shape, compilation);
            type = parsed.Type;
            values = parsed.Values;
            if (parsed.Problem is { } problem) Report(MetricProblemKind.Path, argument, problem + hint, element);
            if (parsed.Personal is { } redacted && argument == "Tags" && parsed.Value is { Shape: not ValueShape.None } && PiiMarks.RedactionOf(redacted) is { } redaction)
            {
                values = [];
                return parsed.Value.Redacted(redaction, MarkedDataParser.Describe(redacted));
            }

            if (parsed.Personal is { } personal && argument == "Tags") _problems.Add(new MetricProblem(MetricProblemKind.Personal, argument, path, personal) { Element = element });
            return parsed.Value;
        }

        private static string ValueType(PathValue? value, double[] buckets) =>
            value?.Shape is ValueShape.Double or ValueShape.Duration || buckets.Any(static boundary => boundary != Math.Floor(boundary)) ? "double" : "long";

        private static string Show(ITypeSymbol? type) => type?.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat) ?? "?";

        private void Report(MetricProblemKind kind, string argument, string text, int? element = null) =>
            _problems.Add(new MetricProblem(kind, argument, text) { Element = element });
    }
}
