using System.Diagnostics.Metrics;
using System.Reflection;
using System.Text.RegularExpressions;
using Instrumentation.Generator.Catalog;
using Instrumentation.Testing;

namespace Instrumentation.Generator.Tests.Conventions;

/// <summary><c>docs/metrics.md</c> is true: its samples compile, and its tables list what there is.</summary>
public sealed class MetricsPageTests
{
    private static readonly string s_page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "metrics.md"));

    [Fact]
    public async Task EverySampleCompilesAndBreaksNoRule()
    {
        var samples = Regex.Matches(s_page, @"```csharp\n(.*?)```", RegexOptions.Singleline).Select(static block => block.Groups[1].Value).ToList();

        Assert.True(samples.Count >= 4);
        foreach (var sample in samples) Assert.Empty(await AnalyzedProgram.Diagnose(sample));
    }

    [Fact]
    public void EverySettingIsARowAndEveryRowIsASetting() => Assert.Equal(
        typeof(BusinessMetricAttribute).GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Select(static property => property.Name).Order(),
        Rows("| setting | meaning |").Order());

    [Fact]
    public void EverySelfMetricIsARowAndEveryRowIsOne()
    {
        Runtime.SelfMetrics.Skipped("metrics.page");
        var published = new List<string>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, _) =>
            {
                if (instrument.Meter.Name == "Instrumentation") published.Add(instrument.Name);
            },
        };
        listener.Start();

        Assert.Equal(published.Order(), Rows("| metric of the meter `Instrumentation` | counts |").Order());
    }

    [Fact]
    public void TheLimitIsTheOneThatTheCatalogTells()
    {
        Assert.Equal(CatalogMetric.DefaultMaxSeries, MetricLimits.MaxSeries);
        Assert.Contains($"`{MetricLimits.EnvironmentVariable}` sets and which is {MetricLimits.MaxSeries}", s_page.Replace("\n", " "));
    }

    private static IEnumerable<string> Rows(string head) => s_page.Split('\n')
        .SkipWhile(line => line != head).Skip(2).TakeWhile(static line => line.StartsWith('|'))
        .Select(static line => line.Split('|')[1].Trim(' ', '`'));
}
