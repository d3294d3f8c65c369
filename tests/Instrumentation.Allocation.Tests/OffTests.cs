namespace Instrumentation.Allocation.Tests;

/// <summary>Nobody listens: an annotated method costs not a byte more than one without annotations.</summary>
public sealed class OffTests
{
    private static readonly Annotated s_annotated = new();
    private static readonly Annotated.Box<string> s_box = new("text");
    private static Annotated.Point s_point;

    private static readonly Dictionary<string, Action> s_shapes = new()
    {
        ["void"] = static () => s_annotated.Void(1),
        ["value"] = static () => Allocation.KeptNumber = s_annotated.Value(1),
        ["Task"] = static () => Allocation.Kept = Annotated.ReturnsTask(1),
        ["Task<T>"] = static () => Allocation.Kept = Annotated.ReturnsTaskOf(1),
        ["ValueTask"] = static () => Annotated.ReturnsValueTask(1).GetAwaiter().GetResult(),
        ["ValueTask<T>"] = static () => Allocation.KeptNumber = Annotated.ReturnsValueTaskOf(1).GetAwaiter().GetResult(),
        ["generic of a class"] = static () => Allocation.Kept = Annotated.Generic("text", 1),
        ["generic of a struct"] = static () => Allocation.KeptNumber = Annotated.Generic(1L, 1),
        ["method of a struct"] = static () => Allocation.KeptNumber = s_point.Move(1),
        ["method of a generic type"] = static () => Allocation.Kept = s_box.Open(1),
        ["private"] = static () => Allocation.KeptNumber = s_annotated.CallPrivate(1),
    };

    private static readonly Dictionary<string, (Action Annotated, Action Plain)> s_pending = new()
    {
        ["Task"] = (
            static () => Complete(static gate => Allocation.Kept = Annotated.Pending(gate)),
            static () => Complete(static gate => Allocation.Kept = Plain.Pending(gate))),
        ["Task<T>"] = (
            static () => Complete(static gate => Allocation.Kept = Annotated.PendingOf(gate, 1)),
            static () => Complete(static gate => Allocation.Kept = Plain.PendingOf(gate, 1))),
        ["ValueTask<T>"] = (
            static () => Complete(static gate => Allocation.Kept = Annotated.PendingValueTaskOf(gate, 1).AsTask()),
            static () => Complete(static gate => Allocation.Kept = Plain.PendingValueTaskOf(gate, 1).AsTask())),
    };

    public static TheoryData<string> Shapes => [.. s_shapes.Keys];

    public static TheoryData<string> PendingShapes => [.. s_pending.Keys];

    [Theory]
    [MemberData(nameof(Shapes))]
    public void ACallAllocatesNothing(string shape) => Assert.Equal(0, Allocation.Of(s_shapes[shape]));

    [Theory]
    [MemberData(nameof(PendingShapes))]
    public void ACallThatIsPendingAllocatesWhatItDoesWithoutAnnotations(string shape)
    {
        var (annotated, plain) = s_pending[shape];

        var expected = Allocation.Of(plain);

        Assert.True(expected > 0, "The call was not pending.");
        Assert.Equal(expected, Allocation.Of(annotated));
    }

    [Fact]
    public void TheTaskIsTheVeryObjectThatTheMethodReturned()
    {
        Assert.Same(Task.CompletedTask, Annotated.ReturnsTask(1));
        Assert.Same(Annotated.Done, Annotated.ReturnsTaskOf(1));
    }

    // The continuation runs on this thread, where it is measured.
    private static void Complete(Action<Task> call)
    {
        var gate = new TaskCompletionSource();
        call(gate.Task);
        gate.SetResult();
    }
}
