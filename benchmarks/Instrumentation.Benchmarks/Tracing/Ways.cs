namespace Instrumentation.Benchmarks.Tracing;

/// <summary>
/// The ways of tracing. Those that a caller calls directly have a loop of their own for each shape, so that nothing of the measurement
/// stands between call and method; proxies are called through the interface, as they must be.
/// </summary>
internal static class Ways
{
    public const string None = "plain";
    public const string ByHand = "by hand";
    public const string ByExpert = "by an expert";
    public const string Ours = "ours";
    public const string AspectInjector = "AspectInjector";
    public const string DispatchProxy = "DispatchProxy";
    public const string Castle = "Castle";

    /// <summary>The sources that a listener must know to trace every way.</summary>
    public static readonly string[] Sources = [Idiomatic.Name, Expert.Name, typeof(Ways).Assembly.GetName().Name!, SpanAspect.Name, Dispatched.Name, Tracing.Castle.Name];

    /// <summary>The ways of one shape, the plain one first.</summary>
    public static (string Name, Action<int> Run)[] Of(Shape shape) =>
    [
        (None, DirectLoops.Plain(shape)),
        (ByHand, DirectLoops.Idiomatic(shape)),
        (ByExpert, DirectLoops.Expert(shape)),
        (Ours, DirectLoops.Generated(shape)),
        (AspectInjector, InterfaceLoops.Of(new Woven(), shape)),
        (DispatchProxy, InterfaceLoops.Of(Dispatched.Of(new Plain()), shape)),
        (Castle, InterfaceLoops.Of(Tracing.Castle.Of(new Plain()), shape)),
    ];
}
