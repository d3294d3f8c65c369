namespace Instrumentation;

/// <summary>
/// Records one measurement a call: <c>[BusinessMetric("files.uploaded")]</c> counts calls,
/// <c>[BusinessMetric("storage.used", Kind = MetricKind.UpDownCounter, Unit = "By", Value = "return.Size")]</c> adds a value.
/// </summary>
/// <param name="name">The instrument's name: lower case, dotted, without the unit.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class BusinessMetricAttribute(string name) : Attribute
{
    /// <summary>The instrument's name.</summary>
    public string Name { get; } = name;

    /// <summary>The kind of instrument, <see cref="MetricKind.Counter"/> when not set.</summary>
    public MetricKind Kind { get; set; } = MetricKind.Counter;

    /// <summary>The unit in UCUM: <c>s</c>, <c>By</c>, <c>1</c>, <c>{file}</c>.</summary>
    public string? Unit { get; set; }

    /// <summary>What the instrument measures, in words.</summary>
    public string? Description { get; set; }

    /// <summary>
    /// The member path of the value: <c>size</c> (a parameter), <c>file.Length</c>, <c>return.Total</c>, <c>this.Count</c>; a
    /// leading <c>-</c> negates it. When not set, 1 is added. Parameters are read before the call, <c>return</c> and <c>this</c> after it.
    /// </summary>
    public string? Value { get; set; }

    /// <summary>
    /// Member paths whose values become attributes of the measurement; <c>key=path</c> names the attribute, and <c>key='text'</c> is one
    /// whose value is always that text: <c>Tags = ["plan", "region=order.Region", "tier='gold'"]</c>.
    /// </summary>
    public string[]? Tags { get; set; }

    /// <summary><c>success</c> (when not set), <c>failure</c>, <c>always</c>, or the member path of a <c>bool</c>.</summary>
    public string? When { get; set; }

    /// <summary>The boundaries of a histogram's buckets, in the metric's unit, ascending.</summary>
    public double[]? Buckets { get; set; }

    /// <summary>
    /// Binds the series beforehand: each combination of the tags' values has a cell of its own, which a call adds to in a few nanoseconds
    /// and which is read when somebody collects. For counters and up-down counters whose tags take known values. There are no exemplars
    /// then, and a view cannot drop or rename tags of single measurements.
    /// </summary>
    public bool PreBound { get; set; }

    /// <summary>
    /// Calls the method whenever somebody collects, instead of measuring at each of its calls: for a static method without parameters
    /// that returns the value, or an object that has it. It should be quick; what it throws is counted and costs its value only.
    /// </summary>
    public bool Observe { get; set; }

    /// <summary>
    /// How many series the metric may have where its tags take any value; what goes beyond is recorded as <c>other</c>. When not set, it
    /// is <see cref="MetricLimits.MaxSeries"/>.
    /// </summary>
    public int MaxSeries { get; set; }
}
