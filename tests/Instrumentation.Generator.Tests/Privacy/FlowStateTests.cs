using Instrumentation.Generator.Flow;

namespace Instrumentation.Generator.Tests.Privacy;

/// <summary>A copy shares what it was made of until one of the two is written to, and no longer.</summary>
public sealed class FlowStateTests
{
    private static readonly FlowObject s_object = new(Origin.Given, type: null, isExact: false, isSingle: true, depth: 0);

    [Fact]
    public void NeitherSeesWhatIsWrittenToTheOther()
    {
        var first = new FlowState();
        first.SetRoot("a", FlowValue.Unknown);
        first.SetPart(s_object, "p", FlowValue.Unknown);
        var second = first.Copy();
        var third = second.Copy();

        first.SetRoot("a", FlowValue.Clean);
        second.SetRoot("b", FlowValue.Clean);
        second.SetPart(s_object, "p", FlowValue.Clean);
        third.DropRoots(static _ => true);
        third.Clear(s_object);

        Assert.Equal([FlowValue.Clean, FlowValue.Unknown, null], [first.Root("a"), second.Root("a"), third.Root("a")]);
        Assert.Equal([null, FlowValue.Clean, null], [first.Root("b"), second.Root("b"), third.Root("b")]);
        Assert.Equal([FlowValue.Unknown, FlowValue.Clean, null], [first.Part(s_object, "p"), second.Part(s_object, "p"), third.Part(s_object, "p")]);
    }

    [Fact]
    public void JoiningChangesOneOfThem()
    {
        var (first, second) = (new FlowState(), new FlowState());
        second.SetRoot("a", FlowValue.Clean);
        var shared = first.Copy();

        Assert.True(first.Join(second));
        Assert.False(first.Join(second.Copy()));
        Assert.Null(shared.Root("a"));
    }
}
