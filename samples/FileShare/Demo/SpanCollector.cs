using System.Collections.Concurrent;
using System.Diagnostics;

namespace FileShare.Demo;

/// <summary>Keeps the spans of this service and of the server it runs on, in memory.</summary>
internal sealed class SpanCollector : IDisposable
{
    private readonly ConcurrentQueue<Activity> _spans = new();
    private readonly ActivityListener _listener;

    public SpanCollector()
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name is "FileShare" or "Microsoft.AspNetCore",
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = _spans.Enqueue,
        };
        ActivitySource.AddActivityListener(_listener);
    }

    /// <summary>All spans of the last trace that holds a span of that name, in the order in which they began: the first would show what starting up costs.</summary>
    public IReadOnlyList<Activity> TraceWith(string spanName)
    {
        var trace = _spans.Last(span => span.DisplayName == spanName).TraceId;
        return [.. _spans.Where(span => span.TraceId == trace).OrderBy(static span => span.StartTimeUtc)];
    }

    public void Dispose() => _listener.Dispose();
}
