using OpenTelemetry.Trace;

namespace Instrumentation.Hosting.Telemetry;

/// <summary>
/// The sampler that OpenTelemetry's configuration asks for, of the kind whose children follow their parents. Being asked at all means that
/// nothing else was put in its place: only then is the sampler spared the questions whose answer is known.
/// </summary>
internal sealed class FollowingSampler(Sampler sampler) : Sampler
{
    public override SamplingResult ShouldSample(in SamplingParameters samplingParameters)
    {
        if (!SpanSampling.ChildrenFollowParents) SpanSampling.ChildrenFollowParents = true;
        return sampler.ShouldSample(samplingParameters);
    }
}
