using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Instrumentation.Operations.Privacy;

/// <summary>The audit report for other programs.</summary>
internal static class AuditJson
{
    private const string Version = "1.0";

    public static string Write(IReadOnlyList<AuditReport> reports, string notice)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("about", notice);
            json.WriteString("schemaVersion", Version);
            json.WriteStartArray("assemblies");
            foreach (var report in reports) Write(json, report);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray()) + "\n";
    }

    private static void Write(Utf8JsonWriter json, AuditReport report)
    {
        json.WriteStartObject();
        json.WriteString("name", report.Assembly.Name);
        json.WriteString("version", report.Assembly.Version);
        json.WriteBoolean("followed", report.IsFollowed);
        json.WriteStartArray("members");
        foreach (var member in report.Members)
        {
            json.WriteStartObject();
            json.WriteString("member", member.Member);
            json.WriteString("kind", member.Kind);
            Write(json, "classification", member.Classification);
            json.WriteString("redaction", member.Redaction);
            json.WriteString("location", $"{member.Location}");
            json.WriteStartArray("flows");
            foreach (var flow in report.Flows.Where(flow => flow.Member == member.Member)) Write(json, flow);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();

        // Marked members of other assemblies, too, go somewhere here.
        var own = report.Members.Select(static member => member.Member).ToHashSet(StringComparer.Ordinal);
        json.WriteStartArray("flowsOfOthers");
        foreach (var flow in report.Flows.Where(flow => !own.Contains(flow.Member))) Write(json, flow);
        json.WriteEndArray();
        json.WriteStartArray("unusedReviews");
        foreach (var review in report.IsFollowed ? report.UnusedReviews : [])
        {
            json.WriteStartObject();
            Write(json, review);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, AuditedFlow flow)
    {
        json.WriteStartObject();
        json.WriteString("member", flow.Member);
        json.WriteString("state", flow.State.ToString().ToLowerInvariant());
        json.WriteString("sink", flow.Sink);
        json.WriteString("through", flow.Through);
        json.WriteString("function", flow.Function);
        json.WriteString("location", $"{flow.Location}");
        Write(json, "redaction", flow.Redaction);
        if (flow.Review is { } review)
        {
            json.WriteStartObject("acceptedBy");
            Write(json, review);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Catalog.CatalogReview review)
    {
        json.WriteString("member", review.Member);
        json.WriteString("reason", review.Reason);
        Write(json, "ticket", review.Ticket);
        Write(json, "expires", review.Expires);
        json.WriteString("location", $"{review.Location}");
    }

    private static void Write(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null) json.WriteString(name, value);
    }
}
