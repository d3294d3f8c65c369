using System.ComponentModel;

namespace Instrumentation;

/// <summary>
/// Written by the build into each instrumented assembly: the telemetry sources that the assembly, or one it references, emits to.
/// <c>Instrumentation.Hosting</c> subscribes to all of them.
/// </summary>
/// <param name="source">The name of the <c>ActivitySource</c> and of the <c>Meter</c>.</param>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class InstrumentationManifestAttribute(string source) : Attribute
{
    /// <summary>The name of the <c>ActivitySource</c> and of the <c>Meter</c>.</summary>
    public string Source { get; } = source;

    /// <summary>The simple names of the annotated methods, so that the compiler of a referencing project knows what to look for.</summary>
    public string[] Methods { get; set; } = [];

    /// <summary>The documentation ids of the annotated iterators, which a reference assembly does not tell from methods that return a list.</summary>
    public string[] Iterators { get; set; } = [];

    /// <summary>
    /// The annotated methods that are reached through methods without an annotation, an interface's or an overridden one, as pairs of
    /// documentation ids: <c>M:Acme.IOrders.Place=M:Acme.Orders.Place</c>.
    /// </summary>
    public string[] Implementations { get; set; } = [];

    /// <summary>The latency objectives, in seconds: each is a boundary of <c>operation.duration</c>, whichever assembly's code records first.</summary>
    public double[] Objectives { get; set; } = [];

    /// <summary>The simple name of the referenced assembly that the source belongs to; <see langword="null"/> for the assembly's own.</summary>
    public string? Assembly { get; set; }
}
