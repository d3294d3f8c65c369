namespace Instrumentation.Benchmarks.Tracing;

/// <summary>Calls through <see cref="IService"/>.</summary>
internal static class InterfaceLoops
{
    public static Action<int> Of(IService service, Shape shape) => shape switch
    {
        Shape.Sync => calls => { for (var i = 0; i < calls; i++) service.Sync(i); },
        Shape.Tagged => calls => { for (var i = 0; i < calls; i++) service.Tagged(i & 255, (i & 1) == 0, (Color)(i & 1)); },
        Shape.Texts => calls => { for (var i = 0; i < calls; i++) service.Texts(i, "eu", "gold"); },
        Shape.Fails => calls => { for (var i = 0; i < calls; i++) { try { service.Fails(i); } catch (InvalidOperationException) { } } },
        Shape.Done => calls => { for (var i = 0; i < calls; i++) Await.Now(service.Done()); },
        Shape.DoneWith => calls => { for (var i = 0; i < calls; i++) Await.Now(service.DoneWith(i)); },
        Shape.Later => calls => { for (var i = 0; i < calls; i++) Await.Later(service.Later(i)); },
        Shape.ValueDone => calls => { for (var i = 0; i < calls; i++) Await.Now(service.ValueDone(i)); },
        Shape.ValueLater => calls => { for (var i = 0; i < calls; i++) Await.Later(service.ValueLater(i)); },
        Shape.Sequence => calls => { for (var i = 0; i < calls; i++) Await.Now(Await.Sum(service.Sequence(i))); },
        _ => throw new ArgumentOutOfRangeException(nameof(shape)),
    };
}
