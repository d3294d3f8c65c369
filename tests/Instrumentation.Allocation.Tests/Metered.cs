namespace Instrumentation.Allocation.Tests;

internal enum Level
{
    Low,
    High,
}

/// <summary>Methods with business metrics: each kind of instrument, and up to eight tags of each type.</summary>
internal static class Metered
{
    [BusinessMetric("kind.counter", Tags = ["flag", "level", "number", "text"])]
    public static void Counter(bool flag, Level level, int number, string text) { }

    [BusinessMetric("kind.histogram", Kind = MetricKind.Histogram, Unit = "{item}", Value = "number", Tags = ["flag", "level", "number", "text"])]
    public static void Histogram(bool flag, Level level, int number, string text) { }

    [BusinessMetric("kind.duration", Kind = MetricKind.Histogram, Unit = "s", Value = "duration", Tags = ["flag"])]
    public static void Duration(bool flag, TimeSpan duration) { }

    [BusinessMetric("kind.gauge", Kind = MetricKind.Gauge, Unit = "{item}", Value = "number", Tags = ["flag", "level", "number", "text"])]
    public static void Gauge(bool flag, Level level, int number, string text) { }

    [BusinessMetric("kind.sum", Kind = MetricKind.UpDownCounter, Unit = "{item}", Value = "number", Tags = ["flag", "level", "number", "text"])]
    public static void UpDownCounter(bool flag, Level level, int number, string text) { }

    [Measured]
    public static void Operation() { }

    [Measured]
    public static Task<int> OperationOfTask() => Annotated.Done;

    [BusinessMetric("tags.0")]
    public static int Tags0(bool a, Level b, int c, string d, bool e, Level f, int g, string h) => g;

    [BusinessMetric("tags.1", Tags = ["a"])]
    public static int Tags1(bool a, Level b, int c, string d, bool e, Level f, int g, string h) => g;

    [BusinessMetric("tags.2", Tags = ["a", "b"])]
    public static int Tags2(bool a, Level b, int c, string d, bool e, Level f, int g, string h) => g;

    [BusinessMetric("tags.3", Tags = ["a", "b", "c"])]
    public static int Tags3(bool a, Level b, int c, string d, bool e, Level f, int g, string h) => g;

    [BusinessMetric("tags.4", Tags = ["a", "b", "c", "d"])]
    public static int Tags4(bool a, Level b, int c, string d, bool e, Level f, int g, string h) => g;

    [BusinessMetric("tags.5", Tags = ["a", "b", "c", "d", "e"])]
    public static int Tags5(bool a, Level b, int c, string d, bool e, Level f, int g, string h) => g;

    [BusinessMetric("tags.6", Tags = ["a", "b", "c", "d", "e", "f"])]
    public static int Tags6(bool a, Level b, int c, string d, bool e, Level f, int g, string h) => g;

    [BusinessMetric("tags.7", Tags = ["a", "b", "c", "d", "e", "f", "g"])]
    public static int Tags7(bool a, Level b, int c, string d, bool e, Level f, int g, string h) => g;

    [BusinessMetric("tags.8", Tags = ["a", "b", "c", "d", "e", "f", "g", "h"])]
    public static int Tags8(bool a, Level b, int c, string d, bool e, Level f, int g, string h) => g;

    [BusinessMetric("tags.task", Tags = ["a", "b", "c", "d", "e", "f", "g", "h"])]
    public static Task<int> TaskOf(bool a, Level b, int c, string d, bool e, Level f, int g, string h) => Annotated.Done;

    [BusinessMetric("tags.value.task", Tags = ["a", "b", "c", "d", "e", "f", "return"])]
    public static ValueTask<int> ValueTaskOf(bool a, Level b, int c, string d, bool e, Level f, int g, string h) => new(g);
}
