using System.Collections.Concurrent;
using Instrumentation.Runtime;

namespace Instrumentation.Abstractions.Tests.Runtime;

/// <summary>What a metric with tags of any value keeps to, also where all threads come with new values at once.</summary>
public sealed class SeriesGuardTests
{
    private static int s_metrics;

    [Fact]
    public void AsManySeriesAreLetThroughAsThereMayBeAndEachIsAlwaysTheSame()
    {
        var guard = Guard(limit: 500);
        var seen = new ConcurrentDictionary<string, KeyValuePair<string, object?>[]>();
        var mistakes = 0;

        Parallel.For(0, 8, worker =>
        {
            for (var i = 0; i < 20_000; i++)
            {
                var value = $"user-{(i * 7) % 1_000}";
                var tags = guard.Admit(0, value);
                if (Text(tags) is var text && text != value && text != "other") Interlocked.Increment(ref mistakes);
                if (text == value && !ReferenceEquals(seen.GetOrAdd(value, tags), tags)) Interlocked.Increment(ref mistakes);
            }
        });

        Assert.Equal(0, mistakes);
        // One is that of 'other'.
        Assert.Equal(499, seen.Count);

        static string? Text(KeyValuePair<string, object?>[] tags) => (string?)tags[0].Value;
    }

    [Fact]
    public void NoValueIsAValueAndNumbersAreNotTexts()
    {
        var guard = InstrumentationScope.For("guards", null).Guard($"guard.{++s_metrics}", 100, SeriesTag.Any("a"), SeriesTag.Flag("b", optional: false), SeriesTag.Any("c"));

        Assert.Equal("a= b=True c=1", Show(guard.Admit(1, [SeriesValue.Of((string?)null), SeriesValue.Of(1L)])));
        Assert.Equal("a= b=False c=1", Show(guard.Admit(0, [SeriesValue.Of((string?)null), SeriesValue.Of("1")])));
        Assert.Equal("a=1 b=False c=", Show(guard.Admit(0, [SeriesValue.Of(1.0), SeriesValue.Of((long?)null)])));
        Assert.IsType<long>(guard.Admit(1, [SeriesValue.Of((string?)null), SeriesValue.Of(1L)])[2].Value);
        Assert.IsType<string>(guard.Admit(0, [SeriesValue.Of((string?)null), SeriesValue.Of("1")])[2].Value);
    }

    [Fact]
    public void TheProcessSetsTheLimitOfMetricsThatHaveNone()
    {
        var before = MetricLimits.MaxSeries;
        try
        {
            MetricLimits.MaxSeries = 3;
            var guard = Guard(limit: 0);

            Assert.Equal(["a", "b", "other", "a"], new[] { "a", "b", "c", "a" }.Select(value => guard.Admit(0, value)[0].Value));
            Assert.Throws<ArgumentOutOfRangeException>(static () => MetricLimits.MaxSeries = 0);
        }
        finally
        {
            MetricLimits.MaxSeries = before;
        }
    }

    private static SeriesGuard Guard(int limit) => InstrumentationScope.For("guards", null).Guard($"guard.{++s_metrics}", limit, SeriesTag.Any("value"));

    private static string Show(KeyValuePair<string, object?>[] tags) => string.Join(' ', tags.Select(static tag => $"{tag.Key}={tag.Value}"));
}
