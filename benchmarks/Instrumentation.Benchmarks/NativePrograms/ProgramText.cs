using System.Text;
using Instrumentation.Benchmarks.Tracing;

namespace Instrumentation.Benchmarks.NativePrograms;

/// <summary>
/// The source of a program whose classes have four methods each: one with a span, one with a span and a measurement, one with a measurement,
/// one with a span that has a tag. It calls each of them once and ends.
/// </summary>
internal static class ProgramText
{
    /// <summary>Writes it.</summary>
    /// <param name="way">How its methods are traced and measured.</param>
    /// <param name="classes">How many classes it has.</param>
    public static string Write(string way, int classes)
    {
        var text = new StringBuilder();
        var numbers = Enumerable.Range(1, classes);
        text.Append("""
            using System.Diagnostics;
            using System.Diagnostics.Metrics;
            using Instrumentation;

            var sum = 0;

            """);
        foreach (var number in numbers)
            text.Append($"var store{number} = new Store{number}();\nsum += store{number}.Add({number}) + await store{number}.Load({number}) + store{number}.Name({number}).Length + await store{number}.Save({number});\n");
        text.Append("Console.WriteLine(sum);\n");
        if (way == Ways.ByHand) text.Append(Telemetry);
        foreach (var number in numbers) text.Append(way == Ways.ByHand ? ByHand(number) : Plain(number, isAnnotated: way == Ways.Ours));

        // What the plain program does not use it must not name.
        return way == Ways.Ours ? text.ToString() : text.Replace("using Instrumentation;\n", "").ToString();
    }

    private static string Plain(int number, bool isAnnotated)
    {
        string Only(string annotation) => isAnnotated ? annotation : "";
        return $$"""

            public sealed class Store{{number}}
            {
                private readonly Dictionary<int, string> _items = [];

                {{Only("[Traced] ")}}public int Add(int id)
                {
                    _items.Add(id, "item " + id);
                    return _items.Count;
                }

                {{Only("[Traced, Measured] ")}}public async Task<int> Load(int id)
                {
                    await Task.CompletedTask;
                    return _items[id].Length;
                }

                {{Only("[Measured] ")}}public string Name(int id) => _items[id].Replace("item", "{{number}}");

                {{Only("[Traced] ")}}public Task<int> Save({{Only("[Tag(\"item.id\")] ")}}int id) => Task.FromResult(_items.Remove(id) ? 1 : 0);
            }

            """;
    }

    private const string Telemetry = """

        public static class Telemetry
        {
            public static readonly ActivitySource Source = new("App");
            private static readonly Meter s_meter = new("App");
            private static readonly Histogram<double> s_duration = s_meter.CreateHistogram<double>("operation.duration", "s");
            private static readonly UpDownCounter<long> s_active = s_meter.CreateUpDownCounter<long>("operation.active", "{operation}");

            public static long Begin(string function)
            {
                s_active.Add(1, new KeyValuePair<string, object?>("code.function.name", function));
                return Stopwatch.GetTimestamp();
            }

            public static void End(string function, long start, string? error)
            {
                var tags = new TagList { { "code.function.name", function } };
                s_active.Add(-1, tags);
                if (error is not null) tags.Add("error.type", error);
                s_duration.Record(Stopwatch.GetElapsedTime(start).TotalSeconds, tags);
            }

            public static void Fail(Activity? span, Exception exception)
            {
                span?.SetStatus(ActivityStatusCode.Error);
                span?.SetTag("error.type", exception.GetType().FullName);
            }
        }

        """;

    private static string ByHand(int number) => $$"""

        public sealed class Store{{number}}
        {
            private readonly Dictionary<int, string> _items = [];

            public int Add(int id)
            {
                using var span = Telemetry.Source.StartActivity("Store{{number}}.Add");
                span?.SetTag("code.function.name", "Store{{number}}.Add");
                try
                {
                    _items.Add(id, "item " + id);
                    return _items.Count;
                }
                catch (Exception exception)
                {
                    Telemetry.Fail(span, exception);
                    throw;
                }
            }

            public async Task<int> Load(int id)
            {
                using var span = Telemetry.Source.StartActivity("Store{{number}}.Load");
                span?.SetTag("code.function.name", "Store{{number}}.Load");
                var start = Telemetry.Begin("Store{{number}}.Load");
                string? error = null;
                try
                {
                    await Task.CompletedTask;
                    return _items[id].Length;
                }
                catch (Exception exception)
                {
                    error = exception.GetType().FullName;
                    Telemetry.Fail(span, exception);
                    throw;
                }
                finally
                {
                    Telemetry.End("Store{{number}}.Load", start, error);
                }
            }

            public string Name(int id)
            {
                var start = Telemetry.Begin("Store{{number}}.Name");
                string? error = null;
                try
                {
                    return _items[id].Replace("item", "{{number}}");
                }
                catch (Exception exception)
                {
                    error = exception.GetType().FullName;
                    throw;
                }
                finally
                {
                    Telemetry.End("Store{{number}}.Name", start, error);
                }
            }

            public async Task<int> Save(int id)
            {
                using var span = Telemetry.Source.StartActivity("Store{{number}}.Save");
                span?.SetTag("code.function.name", "Store{{number}}.Save");
                span?.SetTag("item.id", id);
                try
                {
                    return await Task.FromResult(_items.Remove(id) ? 1 : 0);
                }
                catch (Exception exception)
                {
                    Telemetry.Fail(span, exception);
                    throw;
                }
            }
        }

        """;
}
