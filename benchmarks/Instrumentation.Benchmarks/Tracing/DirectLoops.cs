namespace Instrumentation.Benchmarks.Tracing;

/// <summary>Calls of the classes themselves: an interceptor, and the compiler's inlining, know the method.</summary>
internal static class DirectLoops
{
    private static readonly Plain s_plain = new();
    private static readonly Idiomatic s_idiomatic = new();
    private static readonly Expert s_expert = new();
    private static readonly Generated s_generated = new();

    public static Action<int> Plain(Shape shape) => shape switch
    {
        Shape.Sync => static calls => { for (var i = 0; i < calls; i++) s_plain.Sync(i); },
        Shape.Tagged => static calls => { for (var i = 0; i < calls; i++) s_plain.Tagged(i & 255, (i & 1) == 0, (Color)(i & 1)); },
        Shape.Texts => static calls => { for (var i = 0; i < calls; i++) s_plain.Texts(i, "eu", "gold"); },
        Shape.Fails => static calls => { for (var i = 0; i < calls; i++) { try { s_plain.Fails(i); } catch (InvalidOperationException) { } } },
        Shape.Done => static calls => { for (var i = 0; i < calls; i++) Await.Now(s_plain.Done()); },
        Shape.DoneWith => static calls => { for (var i = 0; i < calls; i++) Await.Now(s_plain.DoneWith(i)); },
        Shape.Later => static calls => { for (var i = 0; i < calls; i++) Await.Later(s_plain.Later(i)); },
        Shape.ValueDone => static calls => { for (var i = 0; i < calls; i++) Await.Now(s_plain.ValueDone(i)); },
        Shape.ValueLater => static calls => { for (var i = 0; i < calls; i++) Await.Later(s_plain.ValueLater(i)); },
        Shape.Sequence => static calls => { for (var i = 0; i < calls; i++) Await.Now(Await.Sum(s_plain.Sequence(i))); },
        _ => throw new ArgumentOutOfRangeException(nameof(shape)),
    };

    public static Action<int> Idiomatic(Shape shape) => shape switch
    {
        Shape.Sync => static calls => { for (var i = 0; i < calls; i++) s_idiomatic.Sync(i); },
        Shape.Tagged => static calls => { for (var i = 0; i < calls; i++) s_idiomatic.Tagged(i & 255, (i & 1) == 0, (Color)(i & 1)); },
        Shape.Texts => static calls => { for (var i = 0; i < calls; i++) s_idiomatic.Texts(i, "eu", "gold"); },
        Shape.Fails => static calls => { for (var i = 0; i < calls; i++) { try { s_idiomatic.Fails(i); } catch (InvalidOperationException) { } } },
        Shape.Done => static calls => { for (var i = 0; i < calls; i++) Await.Now(s_idiomatic.Done()); },
        Shape.DoneWith => static calls => { for (var i = 0; i < calls; i++) Await.Now(s_idiomatic.DoneWith(i)); },
        Shape.Later => static calls => { for (var i = 0; i < calls; i++) Await.Later(s_idiomatic.Later(i)); },
        Shape.ValueDone => static calls => { for (var i = 0; i < calls; i++) Await.Now(s_idiomatic.ValueDone(i)); },
        Shape.ValueLater => static calls => { for (var i = 0; i < calls; i++) Await.Later(s_idiomatic.ValueLater(i)); },
        Shape.Sequence => static calls => { for (var i = 0; i < calls; i++) Await.Now(Await.Sum(s_idiomatic.Sequence(i))); },
        _ => throw new ArgumentOutOfRangeException(nameof(shape)),
    };

    public static Action<int> Expert(Shape shape) => shape switch
    {
        Shape.Sync => static calls => { for (var i = 0; i < calls; i++) s_expert.Sync(i); },
        Shape.Tagged => static calls => { for (var i = 0; i < calls; i++) s_expert.Tagged(i & 255, (i & 1) == 0, (Color)(i & 1)); },
        Shape.Texts => static calls => { for (var i = 0; i < calls; i++) s_expert.Texts(i, "eu", "gold"); },
        Shape.Fails => static calls => { for (var i = 0; i < calls; i++) { try { s_expert.Fails(i); } catch (InvalidOperationException) { } } },
        Shape.Done => static calls => { for (var i = 0; i < calls; i++) Await.Now(s_expert.Done()); },
        Shape.DoneWith => static calls => { for (var i = 0; i < calls; i++) Await.Now(s_expert.DoneWith(i)); },
        Shape.Later => static calls => { for (var i = 0; i < calls; i++) Await.Later(s_expert.Later(i)); },
        Shape.ValueDone => static calls => { for (var i = 0; i < calls; i++) Await.Now(s_expert.ValueDone(i)); },
        Shape.ValueLater => static calls => { for (var i = 0; i < calls; i++) Await.Later(s_expert.ValueLater(i)); },
        Shape.Sequence => static calls => { for (var i = 0; i < calls; i++) Await.Now(Await.Sum(s_expert.Sequence(i))); },
        _ => throw new ArgumentOutOfRangeException(nameof(shape)),
    };

    public static Action<int> Generated(Shape shape) => shape switch
    {
        Shape.Sync => static calls => { for (var i = 0; i < calls; i++) s_generated.Sync(i); },
        Shape.Tagged => static calls => { for (var i = 0; i < calls; i++) s_generated.Tagged(i & 255, (i & 1) == 0, (Color)(i & 1)); },
        Shape.Texts => static calls => { for (var i = 0; i < calls; i++) s_generated.Texts(i, "eu", "gold"); },
        Shape.Fails => static calls => { for (var i = 0; i < calls; i++) { try { s_generated.Fails(i); } catch (InvalidOperationException) { } } },
        Shape.Done => static calls => { for (var i = 0; i < calls; i++) Await.Now(s_generated.Done()); },
        Shape.DoneWith => static calls => { for (var i = 0; i < calls; i++) Await.Now(s_generated.DoneWith(i)); },
        Shape.Later => static calls => { for (var i = 0; i < calls; i++) Await.Later(s_generated.Later(i)); },
        Shape.ValueDone => static calls => { for (var i = 0; i < calls; i++) Await.Now(s_generated.ValueDone(i)); },
        Shape.ValueLater => static calls => { for (var i = 0; i < calls; i++) Await.Later(s_generated.ValueLater(i)); },
        Shape.Sequence => static calls => { for (var i = 0; i < calls; i++) Await.Now(Await.Sum(s_generated.Sequence(i))); },
        _ => throw new ArgumentOutOfRangeException(nameof(shape)),
    };
}
