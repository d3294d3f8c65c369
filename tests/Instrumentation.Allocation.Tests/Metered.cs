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
    [BusinessMetric("tags.sum.0", Kind = MetricKind.UpDownCounter, Unit = "{item}", Value = "g")]
    [BusinessMetric("tags.histogram.0", Kind = MetricKind.Histogram, Unit = "{item}", Value = "return")]
    [BusinessMetric("tags.gauge.0", Kind = MetricKind.Gauge, Unit = "{item}", Value = "g")]
    public static int Tags0(bool a, Level b, int c, string d, bool e, Level f, int g, string h) => g;

    [BusinessMetric("tags.1", Tags = ["a"])]
    [BusinessMetric("tags.sum.1", Kind = MetricKind.UpDownCounter, Unit = "{item}", Value = "g", Tags = ["a"])]
    [BusinessMetric("tags.histogram.1", Kind = MetricKind.Histogram, Unit = "{item}", Value = "return", Tags = ["a"])]
    [BusinessMetric("tags.gauge.1", Kind = MetricKind.Gauge, Unit = "{item}", Value = "g", Tags = ["a"])]
    public static int Tags1(bool a, Level b, int c, string d, bool e, Level f, int g, string h) => g;

    [BusinessMetric("tags.2", Tags = ["a", "b"])]
    [BusinessMetric("tags.sum.2", Kind = MetricKind.UpDownCounter, Unit = "{item}", Value = "g", Tags = ["a", "b"])]
    [BusinessMetric("tags.histogram.2", Kind = MetricKind.Histogram, Unit = "{item}", Value = "return", Tags = ["a", "b"])]
    [BusinessMetric("tags.gauge.2", Kind = MetricKind.Gauge, Unit = "{item}", Value = "g", Tags = ["a", "b"])]
    public static int Tags2(bool a, Level b, int c, string d, bool e, Level f, int g, string h) => g;

    [BusinessMetric("tags.3", Tags = ["a", "b", "c"])]
    [BusinessMetric("tags.sum.3", Kind = MetricKind.UpDownCounter, Unit = "{item}", Value = "g", Tags = ["a", "b", "c"])]
    [BusinessMetric("tags.histogram.3", Kind = MetricKind.Histogram, Unit = "{item}", Value = "return", Tags = ["a", "b", "c"])]
    [BusinessMetric("tags.gauge.3", Kind = MetricKind.Gauge, Unit = "{item}", Value = "g", Tags = ["a", "b", "c"])]
    public static int Tags3(bool a, Level b, int c, string d, bool e, Level f, int g, string h) => g;

    [BusinessMetric("tags.4", Tags = ["a", "b", "c", "d"])]
    [BusinessMetric("tags.sum.4", Kind = MetricKind.UpDownCounter, Unit = "{item}", Value = "g", Tags = ["a", "b", "c", "d"])]
    [BusinessMetric("tags.histogram.4", Kind = MetricKind.Histogram, Unit = "{item}", Value = "return", Tags = ["a", "b", "c", "d"])]
    [BusinessMetric("tags.gauge.4", Kind = MetricKind.Gauge, Unit = "{item}", Value = "g", Tags = ["a", "b", "c", "d"])]
    public static int Tags4(bool a, Level b, int c, string d, bool e, Level f, int g, string h) => g;

    [BusinessMetric("tags.5", Tags = ["a", "b", "c", "d", "e"])]
    [BusinessMetric("tags.sum.5", Kind = MetricKind.UpDownCounter, Unit = "{item}", Value = "g", Tags = ["a", "b", "c", "d", "e"])]
    [BusinessMetric("tags.histogram.5", Kind = MetricKind.Histogram, Unit = "{item}", Value = "return", Tags = ["a", "b", "c", "d", "e"])]
    [BusinessMetric("tags.gauge.5", Kind = MetricKind.Gauge, Unit = "{item}", Value = "g", Tags = ["a", "b", "c", "d", "e"])]
    public static int Tags5(bool a, Level b, int c, string d, bool e, Level f, int g, string h) => g;

    [BusinessMetric("tags.6", Tags = ["a", "b", "c", "d", "e", "f"])]
    [BusinessMetric("tags.sum.6", Kind = MetricKind.UpDownCounter, Unit = "{item}", Value = "g", Tags = ["a", "b", "c", "d", "e", "f"])]
    [BusinessMetric("tags.histogram.6", Kind = MetricKind.Histogram, Unit = "{item}", Value = "return", Tags = ["a", "b", "c", "d", "e", "f"])]
    [BusinessMetric("tags.gauge.6", Kind = MetricKind.Gauge, Unit = "{item}", Value = "g", Tags = ["a", "b", "c", "d", "e", "f"])]
    public static int Tags6(bool a, Level b, int c, string d, bool e, Level f, int g, string h) => g;

    [BusinessMetric("tags.7", Tags = ["a", "b", "c", "d", "e", "f", "g"])]
    [BusinessMetric("tags.sum.7", Kind = MetricKind.UpDownCounter, Unit = "{item}", Value = "g", Tags = ["a", "b", "c", "d", "e", "f", "g"])]
    [BusinessMetric("tags.histogram.7", Kind = MetricKind.Histogram, Unit = "{item}", Value = "return", Tags = ["a", "b", "c", "d", "e", "f", "g"])]
    [BusinessMetric("tags.gauge.7", Kind = MetricKind.Gauge, Unit = "{item}", Value = "g", Tags = ["a", "b", "c", "d", "e", "f", "g"])]
    public static int Tags7(bool a, Level b, int c, string d, bool e, Level f, int g, string h) => g;

    [BusinessMetric("tags.8", Tags = ["a", "b", "c", "d", "e", "f", "g", "h"])]
    [BusinessMetric("tags.sum.8", Kind = MetricKind.UpDownCounter, Unit = "{item}", Value = "g", Tags = ["a", "b", "c", "d", "e", "f", "g", "h"])]
    [BusinessMetric("tags.histogram.8", Kind = MetricKind.Histogram, Unit = "{item}", Value = "return", Tags = ["a", "b", "c", "d", "e", "f", "g", "h"])]
    [BusinessMetric("tags.gauge.8", Kind = MetricKind.Gauge, Unit = "{item}", Value = "g", Tags = ["a", "b", "c", "d", "e", "f", "g", "h"])]
    public static int Tags8(bool a, Level b, int c, string d, bool e, Level f, int g, string h) => g;

    [BusinessMetric("flags", Tags = ["a", "b", "c", "d", "e", "f", "g", "h"])]
    public static void Flags(bool a, bool b, bool c, bool d, bool e, bool f, bool g, bool h) { }

    [BusinessMetric("levels", Tags = ["a", "b", "c", "d", "e", "f", "g", "h"])]
    public static void Levels(Level a, Level b, Level c, Level d, Level e, Level f, Level g, Level h) { }

    [BusinessMetric("numbers", Tags = ["a", "b", "c", "d", "e", "f", "g", "h"])]
    public static void Numbers(int a, int b, int c, int d, int e, int f, int g, int h) { }

    [BusinessMetric("texts", Tags = ["a", "b", "c", "d", "e", "f", "g", "h"])]
    public static void Texts(string a, string b, string c, string d, string e, string f, string g, string h) { }

    [BusinessMetric("number.real", Tags = ["number", "real", "by='x'"])]
    public static void Real(long number, double real) { }

    [BusinessMetric("folded", Tags = ["number"], MaxSeries = 2)]
    public static void Folded(int number) { }

    [BusinessMetric("bound.0", PreBound = true)]
    [BusinessMetric("bound.4", PreBound = true, Tags = ["a", "b", "d", "by='x'"])]
    [BusinessMetric("bound.sum", Kind = MetricKind.UpDownCounter, Unit = "s", Value = "wait", PreBound = true, Tags = ["b"])]
    public static void Bound(bool a, Level b, [Tag(Values = ["x", "y"])] string d, TimeSpan wait) { }

    [BusinessMetric("tags.task", Tags = ["a", "b", "c", "d", "e", "f", "g", "h"])]
    public static Task<int> TaskOf(bool a, Level b, int c, string d, bool e, Level f, int g, string h) => Annotated.Done;

    [BusinessMetric("tags.value.task", Tags = ["a", "b", "c", "d", "e", "f", "return"])]
    public static ValueTask<int> ValueTaskOf(bool a, Level b, int c, string d, bool e, Level f, int g, string h) => new(g);
}
