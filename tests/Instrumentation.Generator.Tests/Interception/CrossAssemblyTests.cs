using Instrumentation.Testing;

namespace Instrumentation.Generator.Tests.Interception;

/// <summary>Annotations of a referenced assembly hold in every project that has the generator.</summary>
public sealed class CrossAssemblyTests
{
    private static readonly Generation s_library = Generation.Of([new SourceFile("/lib/Lib.cs", """
        namespace Lib;
        public static class Files { [Traced, BusinessMetric("files.read", Unit = "{file}")] public static int Read(int x) => x; }
        public abstract class Job { [Traced, BusinessMetric("jobs.run")] public virtual int Run(int x) => x; }
        """)], assemblyName: "Lib");

    [Fact]
    public void ACallOfAReferencedMethodIsInstrumentedWithTheLibrarysScope()
    {
        using var program = Program("public static class Program { public static int Run() => Lib.Files.Read(3); }").Load(s_library);
        using var recorder = new TelemetryRecorder("Lib");

        Assert.Equal(3, program.Call("Run"));

        Assert.Equal("Files.Read", recorder.Span.DisplayName);
        Assert.Equal("Lib", recorder.Span.Source.Name);
        Assert.Equal("{file}", recorder.Of("files.read").Single().Unit);
    }

    [Fact]
    public void AnOverrideInAnotherAssemblyKeepsTheAnnotationsAndTheScopeOfWhatItOverrides()
    {
        using var program = Program("""
            public static class Program { public static int Run() => new Import().Run(1) + new Import().Plain(); }
            public class Import : Lib.Job
            {
                public override int Run(int x) => x + 1;
                [Traced] public int Plain() => 40;
            }
            """).Load(s_library);
        using var library = new TelemetryRecorder("Lib");
        using var own = new TelemetryRecorder(program.Name);

        Assert.Equal(42, program.Call("Run"));

        Assert.Equal("Job.Run", library.Span.DisplayName);
        Assert.Single(library.Of("jobs.run"));
        Assert.Equal("Import.Plain", own.Span.DisplayName);
    }

    [Fact]
    public void TheLibrarysObjectivesAreBoundariesAlsoWhereItsCallerRecordsFirst()
    {
        var library = Generation.Of([new SourceFile("/lib/Timed.cs", """
            namespace Timed;
            public static class Store { [Measured] public static int Save(int x) => x; [Measured, Objective(LatencyMs = 333)] public static void Other() { } }
            """)], assemblyName: "Timed");
        var caller = Generation.Of("public static class Program { public static int Run() => Timed.Store.Save(3); }", library.Reference());
        using var program = caller.Load(library);
        using var recorder = new TelemetryRecorder("Timed");
        var boundaries = new List<double>();
        using var listener = new System.Diagnostics.Metrics.MeterListener
        {
            InstrumentPublished = (instrument, _) =>
            {
                if (instrument.Meter.Name == "Timed" && instrument is System.Diagnostics.Metrics.Histogram<double> histogram) boundaries.AddRange(histogram.Advice!.HistogramBucketBoundaries!);
            },
        };
        listener.Start();

        program.Call("Run");

        Assert.Contains(0.333, boundaries);
        // Which assembly is first is the runtime's affair: the caller knows of them as well.
        Assert.Contains(caller.Result.GeneratedSources, static source => source.SourceText.ToString().Contains("InstrumentationScope.For(\"Timed\", \"0.0.0\", 0.333D)"));
    }

    private static Generation Program(string source) => Generation.Of(source, s_library.Reference());
}
