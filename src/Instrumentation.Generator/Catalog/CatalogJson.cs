using Instrumentation.Generator.Health;
using Instrumentation.Generator.Methods;
using Instrumentation.Generator.Metrics;
using Instrumentation.Generator.Paths;
using Instrumentation.Generator.Privacy.Summaries;
using Instrumentation.Generator.Project;
using Instrumentation.Generator.Text;

namespace Instrumentation.Generator.Catalog;

/// <summary>Writes the catalog as JSON, in the form that <c>docs/catalog.md</c> gives it.</summary>
internal sealed class CatalogJson
{
    private readonly JsonWriter _json = new();
    private readonly CatalogContent _content;
    private readonly ProjectFacts _project;
    private readonly HashSet<string> _decorated;

    private CatalogJson(CatalogContent content, ProjectFacts project)
    {
        _content = content;
        _project = project;
        _decorated = new HashSet<string>(content.Decorated, StringComparer.Ordinal);
    }

    public static string Write(CatalogContent content, ProjectFacts project)
    {
        var catalog = new CatalogJson(content, project);
        catalog._json.Object(catalog.WriteDocument);
        return catalog._json.ToString();
    }

    private void WriteDocument()
    {
        var methods = _content.Methods.OrderBy(static method => method.Expansion.Shape.FunctionName, StringComparer.Ordinal).ToList();
        var spans = methods.Where(static method => method.Expansion.Span is not null)
            .OrderBy(static method => method.Expansion.Span!.Name, StringComparer.Ordinal).ThenBy(static method => method.Expansion.Shape.Key, StringComparer.Ordinal);

        _json.Member("schemaVersion", CatalogFormat.Version);
        _json.InLine("assembly", () =>
        {
            _json.Member("name", _project.Assembly);
            _json.Member("version", _project.Version);
        });
        _json.Member("source", _project.Source);
        _json.List("spans", spans, method => _json.Object(() => WriteSpan(method)));
        _json.List("metrics", CatalogMetric.Of([.. methods, .. _content.Observed]), metric => _json.Object(() => WriteMetric(metric)));
        _json.List("operations", methods.Where(static method => method.Expansion.Measured), method => _json.Object(() => WriteOperation(method)));
        _json.List("healthChecks", _content.HealthChecks, check => _json.InLine(() => WriteHealthCheck(check)));
        _json.List("personalData", _content.PersonalData, datum => _json.InLine(() => WritePersonalDatum(datum)));
        if (_content.Reviews.Count > 0) _json.List("privacyReviews", _content.Reviews, review => _json.InLine(() => WriteReview(review)));
        if (_content.Flows is { } flows) _json.List("personalDataFlows", flows, flow => _json.InLine(() => WriteFlow(flow)));
    }

    private void WriteSpan(AnnotatedMethod method)
    {
        var span = method.Expansion.Span!;
        _json.Member("name", span.Name);
        _json.Member("function", method.Expansion.Shape.FunctionName);
        _json.Member("kind", FirstLower(span.Kind));
        _json.Member("level", FirstLower(span.Level));
        _json.Member("strategy", method.Expansion.Partial is not null ? Strategies.Partial : _decorated.Contains(method.Expansion.Shape.Key) ? Strategies.Decorator : Strategies.Interceptor);
        _json.Member("returns", Returns(method.Expansion.Shape.Returns));
        _json.List("tags", method.Expansion.Tags.OrderBy(static tag => tag.Key, StringComparer.Ordinal), tag => _json.InLine(() => WriteTag(CatalogTag.Of(tag))));
        WriteResponsibility(method);
    }

    private void WriteMetric(CatalogMetric metric)
    {
        _json.Member("name", metric.Name);
        _json.Member("kind", metric.Kind);
        _json.Member("unit", metric.Unit);
        _json.Member("description", metric.Description);
        _json.Member("valueType", metric.ValueType);
        _json.List("tags", metric.Tags, tag => _json.InLine(() => WriteTag(tag)));
        if (metric.Buckets.Count > 0) _json.Values("buckets", metric.Buckets);
        _json.List("recordedBy", metric.RecordedBy, recorder => _json.InLine(() =>
        {
            _json.Member("function", recorder.Method.Expansion.Shape.FunctionName);
            _json.Member("value", recorder.Value);
            _json.Member("when", recorder.When);
            _json.Member("owner", recorder.Method.Owner);
            WriteLocation(recorder.Method.Position);
        }));
        _json.Member("series", metric.Series.Total);
        _json.Member("seriesPerValue", metric.Series.PerValue);
        _json.Member("maxSeries", metric.MaxSeries);
        _json.Flag("preBound", metric.IsBound);
    }

    private void WriteOperation(AnnotatedMethod method)
    {
        _json.Member("function", method.Expansion.Shape.FunctionName);
        _json.Member("span", method.Expansion.Span?.Name);
        WriteResponsibility(method);
    }

    private void WriteHealthCheck(HealthCheck check)
    {
        _json.Member("name", check.Name);
        _json.Values("tags", check.Tags);
        _json.Member("function", check.Function);
        _json.Member("owner", check.Owner);
        WriteLocation(check.Position);
    }

    private void WritePersonalDatum(PersonalDatum datum)
    {
        _json.Member("member", datum.Member);
        _json.Member("kind", datum.Kind);
        _json.Member("redaction", datum.Redaction);
        _json.Member("classification", datum.Classification);
        WriteLocation(datum.Position);
    }

    private void WriteReview(PrivacyReview review)
    {
        _json.Member("member", review.Member);
        WriteReview(review.Review);
        WriteLocation(review.Position);
    }

    private void WriteReview(Review review)
    {
        _json.Member("reason", review.Reason);
        _json.Member("ticket", review.Ticket);
        _json.Member("expires", review.Expires);
    }

    private void WriteFlow(DataFlow flow)
    {
        _json.Member("member", flow.Member);
        _json.Member("sink", flow.Sink);
        _json.Member("through", flow.Through);
        _json.Member("function", flow.Function);
        _json.Member("acceptedBy", flow.AcceptedBy);
        if (flow.Review is { } review) WriteReview(review);
        WriteLocation(flow.Position);
    }

    private void WriteTag(CatalogTag tag)
    {
        _json.Member("key", tag.Key);
        _json.Member("type", tag.Type);
        _json.Flag("optional", tag.IsOptional);
        _json.Member("redaction", tag.Redaction);
        _json.Member("personal", tag.Personal);
        _json.InLine("domain", () =>
        {
            _json.Member("kind", tag.Values is null ? "unbounded" : "finite");
            if (tag.Values is not null) _json.Values("values", tag.Values);
        });
    }

    private void WriteResponsibility(AnnotatedMethod method)
    {
        _json.Member("owner", method.Owner);
        if (method.Objective is { } objective)
        {
            _json.InLine("objective", () =>
            {
                _json.Member("availability", objective.Availability);
                _json.Member("latencyMs", objective.LatencyMs);
                if (!double.IsNaN(objective.LatencyMs)) _json.Member("percentile", objective.Percentile);
            });
        }

        WriteLocation(method.Position);
    }

    private void WriteLocation(SourcePosition position)
    {
        var relative = position.RelativeTo(_project.Directory);
        _json.InLine("location", () =>
        {
            _json.Member("file", relative.Path);
            _json.Member("line", relative.Line);
        });
    }

    private static string Returns(ReturnKind kind) => kind switch
    {
        ReturnKind.Task or ReturnKind.TaskOfT => "task",
        ReturnKind.ValueTask or ReturnKind.ValueTaskOfT => "valueTask",
        ReturnKind.Sequence => "sequence",
        _ => "value",
    };

    private static string FirstLower(string text) => char.ToLowerInvariant(text[0]) + text.Substring(1);
}
