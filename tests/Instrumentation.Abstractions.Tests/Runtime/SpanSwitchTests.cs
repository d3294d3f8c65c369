using Instrumentation.Runtime;
using Instrumentation.Testing;

namespace Instrumentation.Abstractions.Tests.Runtime;

/// <summary>Spans are switched off and on while the program runs.</summary>
public sealed class SpanSwitchTests : IDisposable
{
    private readonly TelemetryRecorder _recorder = new("switches");
    private readonly Operation _save = new(InstrumentationScope.For("switches", null), "Acme.Orders.Save", "save");
    private readonly Operation _step = new(InstrumentationScope.For("switches", null), "Acme.Orders.Step", "step", level: SpanLevel.Debug);
    private readonly Operation _pay = new(InstrumentationScope.For("switches", null), "Acme.Payments.Pay", "pay", measured: true, level: SpanLevel.Critical);

    [Theory]
    [InlineData(null, "save step pay")]
    [InlineData("**=on", "save step pay")]
    [InlineData("information", "save pay")]
    [InlineData("critical", "pay")]
    [InlineData("off", "")]
    [InlineData("Acme.Orders.*=off", "pay")]
    [InlineData("off; Acme.Orders.Step = debug", "step")]
    [InlineData("Acme.Orders.Step=debug; **=off", "")]
    [InlineData("Other.**=off", "save step pay")]
    public void TheLastRuleThatMatchesCounts(string? rules, string spans)
    {
        SpanSwitches.Set(rules);

        Assert.Equal(spans, Run());
    }

    [Fact]
    public void ASwitchedOffOperationIsOffAndItsMeasurementsGoOn()
    {
        SpanSwitches.Set("off");

        Assert.False(_save.IsOn);
        Assert.True(_pay.IsOn);
        Run();
        Assert.Single(_recorder.Of("operation.duration"));
    }

    [Fact]
    public void AnOperationThatComesLaterFollowsTheRules()
    {
        SpanSwitches.Set("Acme.**=off");

        Assert.False(new Operation(InstrumentationScope.For("switches", null), "Acme.Late", "late").IsOn);
        Assert.True(new Operation(InstrumentationScope.For("switches", null), "Other.Late", "late").IsOn);
    }

    [Fact]
    public void ACallUnderWayKeepsItsSpan()
    {
        var call = _save.Start();
        SpanSwitches.Set("off");
        call.Stop();

        Assert.Equal("save", _recorder.Span.DisplayName);
    }

    [Theory]
    [InlineData("Acme.**=loud", "'loud' is not one of trace, debug, information, critical, on, off")]
    [InlineData("Acme..Save=off", "'Acme..Save' has an empty part")]
    public void AWrongRuleSaysWhatIsWrongAndChangesNothing(string rules, string problem)
    {
        SpanSwitches.Set("off");

        Assert.Contains(problem, Assert.Throws<FormatException>(() => SpanSwitches.Set($"on;{rules}")).Message);
        Assert.Equal("", Run());
    }

    public void Dispose()
    {
        SpanSwitches.Set(null);
        _recorder.Dispose();
    }

    private string Run()
    {
        foreach (var operation in new[] { _save, _step, _pay }) operation.Start().Stop();
        return string.Join(' ', _recorder.Spans.Select(static span => span.DisplayName));
    }
}
