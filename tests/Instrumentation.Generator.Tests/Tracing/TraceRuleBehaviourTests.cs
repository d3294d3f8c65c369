using Instrumentation.Testing;

namespace Instrumentation.Generator.Tests.Tracing;

/// <summary>Methods that are traced because of their names.</summary>
public sealed class TraceRuleBehaviourTests
{
    private const string Code = """
        namespace Acme
        {
            public class Orders
            {
                public int SaveAsync() => Step();
                private int Step() => 1;
                public int Peek() => 2;
                [NotTraced] public int Hidden() => 3;
                [Traced("explicit")] public int Explicit() => 4;
                public class Line { public int Total<T>() => 5; }
            }
            [NotTraced] public class Quiet { public int SaveAsync() => 6; }
            namespace Deep { public static class Util { public static int Go() => 7; } }
        }
        public static class Program
        {
            public static int Run() { var o = new Acme.Orders(); return o.SaveAsync() + o.Peek() + o.Hidden() + o.Explicit() + new Acme.Orders.Line().Total<int>() + new Acme.Quiet().SaveAsync() + Acme.Deep.Util.Go(); }
        }
        """;

    [Theory]
    [InlineData("", "explicit")]
    [InlineData("Acme.**", "Orders.Step Orders.SaveAsync Orders.Peek explicit Line.Total Util.Go")]
    [InlineData("Acme.*.*", "Orders.Step Orders.SaveAsync Orders.Peek explicit")]
    [InlineData("Acme.**.*Async", "Orders.SaveAsync explicit")]
    [InlineData("Acme.**|-Acme.Orders.P*", "Orders.Step Orders.SaveAsync explicit Line.Total Util.Go")]
    [InlineData("-Acme.Orders.P*|Acme.**", "Orders.Step Orders.SaveAsync Orders.Peek explicit Line.Total Util.Go")]
    [InlineData("**|-Acme.Orders.**|Acme.Orders.Peek|-Program.*", "Orders.Peek explicit Util.Go")]
    [InlineData("Acme..Wrong|Acme.Deep.**", "explicit Util.Go")]
    public void TheLastRuleThatMatchesCountsAndAttributesComeFirst(string rules, string spans)
    {
        var attributes = string.Concat(rules.Split('|', StringSplitOptions.RemoveEmptyEntries).Select(static rule => $"[assembly: TraceRule(\"{rule}\")]\n"));
        using var program = Generation.Of([new SourceFile("/app/Rules.cs", attributes), new SourceFile("/app/Program.cs", Code)]).Load();
        using var recorder = new TelemetryRecorder(program.Name);

        Assert.Equal(28, program.Call("Run"));
        Assert.Equal(spans, string.Join(' ', recorder.Spans.Select(static span => span.DisplayName)));
    }

    [Fact]
    public void RulesOfALibraryHoldInTheProjectsThatUseIt()
    {
        var library = Generation.Of("[assembly: TraceRule(\"Lib.**\")]\nnamespace Lib { public static class Words { public static int Count(string text) => text.Length; } }");
        using var program = Generation.Of("public static class Program { public static int Run() => Lib.Words.Count(\"ab\"); }", library.ReferenceAssembly()).Load(library);
        using var recorder = new TelemetryRecorder(library.AssemblyName);

        Assert.Equal(2, program.Call("Run"));
        Assert.Equal("Words.Count", recorder.Span.DisplayName);
    }

    [Fact]
    public void AnUnrelatedEditLeavesTheOutputsCachedAndANewMethodIsTraced()
    {
        var start = Generation.Of([new SourceFile("/app/Rules.cs", "[assembly: TraceRule(\"Acme.**\")]"), new SourceFile("/app/Program.cs", Code), new SourceFile("/app/Other.cs", "public static class Other { public static int M() => 1; }")]);

        var unrelated = start.Edit("/app/Other.cs", static text => text.Replace("=> 1", "=> 2"));
        Assert.All(
            unrelated.Result.TrackedSteps[TrackingNames.Interception_Bodies].SelectMany(static run => run.Outputs),
            static output => Assert.True(output.Reason is Microsoft.CodeAnalysis.IncrementalStepRunReason.Cached or Microsoft.CodeAnalysis.IncrementalStepRunReason.Unchanged));

        var added = start.Edit("/app/Other.cs", static _ => "namespace Acme { public static class Added { public static int Twice() => Once() + Once(); internal static int Once() => 1; } }");
        Assert.Contains("Acme.Added.Once", added.File("Catalog.g.cs"));
        Assert.DoesNotContain(added.Problems(), static problem => problem.Severity == Microsoft.CodeAnalysis.DiagnosticSeverity.Error);
    }
}
