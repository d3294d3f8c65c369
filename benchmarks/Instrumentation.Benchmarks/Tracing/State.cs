using System.Diagnostics;
using OpenTelemetry;
using OpenTelemetry.Trace;

namespace Instrumentation.Benchmarks.Tracing;

/// <summary>Who listens while the rows of a table are measured.</summary>
internal sealed class State : IDisposable
{
    public const string Off = "off";
    public const string DroppedInTrace = "dropped";
    public const string DroppedAsKnown = "dropped, known";
    public const string DroppedAtRoot = "dropped root";
    public const string Recorded = "recorded";
    public const string RecordedAtRoot = "recorded root";

    private readonly TracerProvider? _sdk;
    private readonly Activity? _request;

    private State(TracerProvider? sdk, Activity? request)
    {
        _sdk = sdk;
        _request = request;
    }

    /// <summary>All of them, in the order in which they are measured: once somebody has listened, the compiler knows it.</summary>
    public static IReadOnlyList<string> All => [Off, DroppedInTrace, DroppedAsKnown, DroppedAtRoot, Recorded, RecordedAtRoot];

    /// <summary>Begins a state, which ends when it is disposed.</summary>
    public static State Begin(string name)
    {
        SpanSampling.ChildrenFollowParents = name == DroppedAsKnown;
        return Listening(name);
    }

    private static State Listening(string name) => name switch
    {
        Off => new State(null, null),
        DroppedInTrace => new State(Listen(new AlwaysOffSampler()), new Activity("request").Start()),
        DroppedAsKnown => new State(Listen(new ParentBasedSampler(new AlwaysOnSampler())), new Activity("request").Start()),
        DroppedAtRoot => new State(Listen(new AlwaysOffSampler()), null),
        Recorded => new State(Listen(new AlwaysOnSampler()), new Activity("request") { ActivityTraceFlags = ActivityTraceFlags.Recorded }.Start()),
        RecordedAtRoot => new State(Listen(new AlwaysOnSampler()), null),
        _ => throw new ArgumentOutOfRangeException(nameof(name)),
    };

    public void Dispose()
    {
        _request?.Dispose();
        _sdk?.Dispose();
    }

    private static TracerProvider Listen(Sampler sampler) => Sdk.CreateTracerProviderBuilder()
        .SetSampler(sampler)
        .AddSource(Ways.Sources)
        .AddProcessor(new SimpleActivityExportProcessor(new Nowhere()))
        .Build();

    private sealed class Nowhere : BaseExporter<Activity>
    {
        public override ExportResult Export(in Batch<Activity> batch) => ExportResult.Success;
    }
}
