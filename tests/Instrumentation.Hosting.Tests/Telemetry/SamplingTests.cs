using System.Collections.Concurrent;
using OpenTelemetry.Trace;

namespace Instrumentation.Hosting.Tests.Telemetry;

/// <summary>Below a request that is not recorded, the sampler is asked again only where its answer is not known.</summary>
public sealed class SamplingTests
{
    [Theory]
    [InlineData(null, null, true, 3)]
    [InlineData("parentbased_always_off", null, true, 0)]
    [InlineData("parentbased_traceidratio", "0", true, 0)]
    [InlineData("always_on", null, false, 3)]
    [InlineData("always_off", null, false, 0)]
    public async Task ChildrenFollowTheirParentsWhereTheSamplerSaysSo(string? sampler, string? argument, bool follows, int spans)
    {
        await using (var shop = await HostedShop.Start(new() { ["OTEL_TRACES_SAMPLER"] = sampler, ["OTEL_TRACES_SAMPLER_ARG"] = argument }))
        {
            using var answer = await shop.Client.PostAsync("/orders/ada?bytes=5", null);
            await HostedShop.Until(() => shop.Spans.Count == spans);

            Assert.Equal(follows, SpanSampling.ChildrenFollowParents);
        }

        Assert.False(SpanSampling.ChildrenFollowParents);
    }

    [Fact]
    public async Task ASamplerOfTheApplicationsOwnIsAskedAboutEverySpan()
    {
        var names = new Names();
        await using var shop = await HostedShop.Start(sampler: names);

        using var answer = await shop.Client.PostAsync("/orders/ada?bytes=5", null);
        await HostedShop.Until(() => names.Asked.Contains("Shop.Pack"));

        Assert.Contains("Shop.Place", names.Asked);
        Assert.False(SpanSampling.ChildrenFollowParents);
    }

    [Fact]
    public async Task ItCanBeSwitchedOff()
    {
        await using var shop = await HostedShop.Start(new() { ["Instrumentation:ChildrenFollowParents"] = "false" });

        await shop.Order("/orders/ada?bytes=5");

        Assert.False(SpanSampling.ChildrenFollowParents);
    }

    private sealed class Names : Sampler
    {
        private readonly ConcurrentQueue<string> _asked = new();

        public IReadOnlyCollection<string> Asked => _asked;

        public override SamplingResult ShouldSample(in SamplingParameters samplingParameters)
        {
            _asked.Enqueue(samplingParameters.Name);
            return new SamplingResult(SamplingDecision.Drop);
        }
    }
}
