using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Instrumentation.Hosting.Health;

/// <summary>
/// Writes a health report as JSON: <c>{"status":"Healthy","durationMs":1.2,"checks":[{"name":…,"status":…,"durationMs":…,"description":…,"error":…}]}</c>.
/// </summary>
/// <remarks>Of an exception only the type is written: the endpoint may be public, and a message may hold anything.</remarks>
internal static class HealthReportWriter
{
    public static async Task WriteAsync(HttpContext context, HealthReport report)
    {
        context.Response.ContentType = "application/json; charset=utf-8";
        await using var json = new Utf8JsonWriter(context.Response.BodyWriter);
        json.WriteStartObject();
        json.WriteString("status", report.Status.ToString());
        json.WriteNumber("durationMs", Milliseconds(report.TotalDuration));
        json.WriteStartArray("checks");
        foreach (var (name, entry) in report.Entries.OrderBy(static entry => entry.Key, StringComparer.Ordinal)) Write(json, name, entry);
        json.WriteEndArray();
        json.WriteEndObject();
        await json.FlushAsync(context.RequestAborted).ConfigureAwait(false);
    }

    private static void Write(Utf8JsonWriter json, string name, HealthReportEntry entry)
    {
        json.WriteStartObject();
        json.WriteString("name", name);
        json.WriteString("status", entry.Status.ToString());
        json.WriteNumber("durationMs", Milliseconds(entry.Duration));
        if (entry.Exception is { } exception) json.WriteString("error", exception.GetType().FullName);
        else if (entry.Description is { } description) json.WriteString("description", description);
        json.WriteEndObject();
    }

    private static double Milliseconds(TimeSpan duration) => Math.Round(duration.TotalMilliseconds, 3);
}
