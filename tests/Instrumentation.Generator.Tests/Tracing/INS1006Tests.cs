using Instrumentation.Testing;
using Verifier = Instrumentation.Testing.RuleVerifier<Instrumentation.Generator.Tracing.TracedUsageAnalyzer>;

namespace Instrumentation.Generator.Tests.Tracing;

/// <summary>Settings of <c>[Traced]</c> that cannot be used.</summary>
public sealed class INS1006Tests
{
    [Fact]
    public Task SettingsWithoutAnEffectAreReportedAtTheArgument() => Verifier.Verify("""
        [Traced(Kind = System.Diagnostics.ActivityKind.Client, {|INS1006:Level = (SpanLevel)9|})] public class Whole { public void M() { } }
        public class Service
        {
            [Traced({|INS1006:""|})] public void A() { }
            [Traced({|INS1006:Name = " "|})] public void B() { }
            [Traced({|INS1006:Kind = (System.Diagnostics.ActivityKind)7|}, {|INS1006:RecordException = (ExceptionRecording)(-1)|})] public void C() { }
            [Traced, {|INS1006:NotTraced|}] public void D() { }
        }
        """);

    [Fact]
    public Task UsableSettingsAreSilent() => Verifier.Verify("""
        [Traced] public class Whole { [NotTraced] public void M() { } public void N() { } }
        public class Service
        {
            [Traced] public void A() { }
            [Traced("Upload a file", Kind = System.Diagnostics.ActivityKind.Producer, Level = SpanLevel.Critical, Root = true, RecordException = ExceptionRecording.Full)] public void B() { }
        }
        """);

    [Fact]
    public void TheSpanIsMadeWithoutThem()
    {
        using var program = Generation.Of("""
            public static class Program
            {
                public static void Run() => M();
                [Traced("", Kind = (System.Diagnostics.ActivityKind)7, RecordException = (ExceptionRecording)9)] public static void M() { }
            }
            """).Load();
        using var recorder = new TelemetryRecorder(program.Name);

        program.Call("Run");

        Assert.Equal("Program.M", recorder.Span.DisplayName);
        Assert.Equal(System.Diagnostics.ActivityKind.Internal, recorder.Span.Kind);
    }

    [Theory]
    [InlineData("Traced({|#0:\"\"|})", "This setting of the span has no effect: the span's name is empty; name it, or leave the name out for 'Type.Method'")]
    [InlineData("Traced({|#0:Level = (SpanLevel)9|})", "This setting of the span has no effect: there is no SpanLevel 9")]
    public Task TheMessageSaysWhy(string attribute, string message) => Verifier.VerifyMessage($"public class C {{ [{attribute}] public void M() {{ }} }}", "INS1006", message);
}
