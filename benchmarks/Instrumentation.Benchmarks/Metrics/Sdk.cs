using OpenTelemetry;
using OpenTelemetry.Metrics;

namespace Instrumentation.Benchmarks.Metrics;

/// <summary>OpenTelemetry's SDK, with a reader that collects when it is asked to.</summary>
internal static class Sdk
{
    public static MeterProvider Listen() => OpenTelemetry.Sdk.CreateMeterProviderBuilder()
        .AddMeter(HandWritten.Name, MicrosoftGenerated.Name, typeof(Ours).Assembly.GetName().Name!)
        .AddReader(new BaseExportingMetricReader(new Nowhere()))
        .Build();

    private sealed class Nowhere : BaseExporter<Metric>
    {
        public override ExportResult Export(in Batch<Metric> batch) => ExportResult.Success;
    }
}
