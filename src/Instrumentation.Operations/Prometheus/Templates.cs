namespace Instrumentation.Operations.Prometheus;

/// <summary>Labels and annotations of alerts are templates to Prometheus.</summary>
internal static class Templates
{
    /// <summary>A template that gives the text as it is.</summary>
    public static string Literally(string text) => text.Replace("{{", "{{ \"{{\" }}", StringComparison.Ordinal);
}
