namespace Instrumentation.Package.Tests;

/// <summary>Source text that several consumers share.</summary>
internal static class Sources
{
    /// <summary>A type whose <c>Listen</c> prints each span and each measurement of the sources that are named.</summary>
    public const string Observer = """
        using System.Diagnostics;
        using System.Diagnostics.Metrics;

        public static class Observer
        {
            public static void Listen(params string[] names)
            {
                ActivitySource.AddActivityListener(new ActivityListener
                {
                    ShouldListenTo = source => names.Contains(source.Name),
                    Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
                    ActivityStopped = span => Console.WriteLine($"span {span.Source.Name}: {span.OperationName} {Text(span.TagObjects)} {span.Status}"),
                });
                var metrics = new MeterListener { InstrumentPublished = (instrument, listener) => { if (names.Contains(instrument.Meter.Name)) listener.EnableMeasurementEvents(instrument); } };
                metrics.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Console.WriteLine($"metric {instrument.Meter.Name}: {instrument.Name} {value}{instrument.Unit} {Text(tags.ToArray())}"));
                // A duration is another one each time.
                metrics.SetMeasurementEventCallback<double>((instrument, _, tags, _) => Console.WriteLine($"metric {instrument.Meter.Name}: {instrument.Name} {instrument.Unit} {Text(tags.ToArray())}"));
                metrics.Start();
            }

            private static string Text(IEnumerable<KeyValuePair<string, object?>> tags) =>
                "{" + string.Join(", ", tags.OrderBy(tag => tag.Key, StringComparer.Ordinal).Select(tag => $"{tag.Key}={tag.Value}")) + "}";
        }
        """;

    /// <summary>A program that observes itself: a span with a tag, a private target, a counter, a duration, a failure.</summary>
    public const string Program = """
        using Instrumentation;

        Observer.Listen("App");
        var store = new Store();
        Console.WriteLine($"saved {await store.Save("a.txt", 42)}");
        try { await store.Save("", 0); }
        catch (ArgumentException exception) { Console.WriteLine($"refused {exception.Message}"); }

        public sealed class Store
        {
            [Traced, Measured]
            [BusinessMetric("files.saved", Unit = "By", Value = "size")]
            public async Task<int> Save([Tag("file.name")] string name, int size)
            {
                await Task.Yield();
                Check(name);
                return size;
            }

            [Traced]
            private static void Check(string name)
            {
                if (name.Length == 0) throw new ArgumentException("no name");
            }
        }
        """;

    /// <summary>What <see cref="Program"/> prints without telemetry.</summary>
    public static readonly string[] Results = ["saved 42", "refused no name"];

    /// <summary>What <see cref="Program"/> prints with telemetry.</summary>
    public static readonly string[] ResultsWithTelemetry =
    [
        "metric App: operation.active 1{operation} {code.function.name=Store.Save}",
        "span App: Store.Check {code.function.name=Store.Check} Unset",
        "metric App: files.saved 42By {}",
        "span App: Store.Save {code.function.name=Store.Save, file.name=a.txt} Unset",
        "metric App: operation.active -1{operation} {code.function.name=Store.Save}",
        "metric App: operation.duration s {code.function.name=Store.Save}",
        "saved 42",
        "metric App: operation.active 1{operation} {code.function.name=Store.Save}",
        "span App: Store.Check {code.function.name=Store.Check, error.type=System.ArgumentException} Error",
        "span App: Store.Save {code.function.name=Store.Save, error.type=System.ArgumentException, file.name=} Error",
        "metric App: operation.active -1{operation} {code.function.name=Store.Save}",
        "metric App: operation.duration s {code.function.name=Store.Save, error.type=System.ArgumentException}",
        "refused no name",
    ];
}
