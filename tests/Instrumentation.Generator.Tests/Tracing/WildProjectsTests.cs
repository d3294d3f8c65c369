using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Instrumentation.Generator.Interception;
using Instrumentation.Testing;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Tests.Tracing;

/// <summary>What a project can do to generated code from the outside: settings, friends, twins, reflection, listeners.</summary>
public sealed class WildProjectsTests
{
    [Fact]
    public void TwoFilesWithTheSameContentCompileAndTheirCallsAreReported()
    {
        const string Twin = "file static class Twin { public static int Go() => A.M(); }";
        var generation = Generation.Of([
            new SourceFile("/app/A.cs", "public static class A { [Traced] public static int M() => 1; public static int Go() => M(); }"),
            new SourceFile("/app/One.cs", Twin),
            new SourceFile("/app/two/One.cs", Twin)]);

        generation.Emit();

        Assert.Equal(1, generation.File("A.Locations.g.cs").Split("// A.cs").Length - 1);
    }

    [Fact]
    public Task ACallInATwinIsReported() => RuleVerifier<CallCoverageAnalyzer>.Verify(
        [
            "public static class A { [Traced] public static int M() => 1; }",
            "file static class Twin { public static int Go() => A.{|INS1002:M|}(); }",
            "file static class Twin { public static int Go() => A.{|INS1002:M|}(); }",
        ]);

    /// <summary>Source, and what another generator adds to it. Either changes what the call of M means after our generator has run.</summary>
    [Theory]
    [InlineData("public partial class D : B { } public static class P { public static int Go() => new D().M(); }", "public partial class D { public override int M() => 2; }")]
    [InlineData("public partial class D { } public static class P { public static int Go() => new D().Make().M(); }", "public partial class D { public B Make() => this; } public partial class D : B { }")]
    public async Task ACallThatOtherGeneratorsGiveItsMeaningCompilesAndIsReported(string source, string unseen)
    {
        var generation = Generation.Of([new SourceFile("/app/P.cs", source), new SourceFile("/app/B.cs", "public class B { [Traced] public virtual int M() => 1; public static int Seen(B b) => b.M(); }")]);
        var program = generation.WithUnseen(unseen);

        // The compiler checks interceptors only when it emits.
        Assert.Empty(program.Emit(Stream.Null, cancellationToken: TestContext.Current.CancellationToken).Diagnostics.Where(static problem => problem.Severity == DiagnosticSeverity.Error));
        var report = Assert.Single(await AnalyzedProgram.Diagnose(program));
        Assert.Equal(("INS1002", "/app/P.cs"), (report.Id, report.Location.GetLineSpan().Path));
    }

    [Fact]
    public void FriendsSeeEachOthersInternalsWithoutAConflict()
    {
        var library = Generation.Of(
            [new SourceFile("/lib/L.cs", "[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"Friend\")] public static class L { [Traced] internal static int M() => 1; public static int Go() => M(); }")],
            assemblyName: "Owner");
        var friend = Generation.Of(
            [new SourceFile("/app/P.cs", "public static class P { [Traced] internal static int N() => L.M(); public static int Go() => N(); }")],
            [MetadataReference.CreateFromImage(library.Emit())],
            assemblyName: "Friend");

        friend.Emit();

        Assert.Contains("\"Owner\"", friend.File("L.Owner.Interceptors.g.cs"), StringComparison.Ordinal);
    }

    [Fact]
    public void AStrongNamedProjectMayReferenceTheAttributes() =>
        Assert.NotEmpty(typeof(TracedAttribute).Assembly.GetName().GetPublicKeyToken()!);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void CheckedArithmeticAndMetricsOfItRunTheSame(bool on)
    {
        using var program = Generation.Of(
            [new SourceFile("/app/P.cs", "public static class Program { public static int Run() => M(int.MaxValue, ulong.MaxValue); [Traced, Measured] public static int M([Tag] int x, [Tag] ulong y) => x; }")],
            adjust: static options => options.WithOverflowChecks(true).WithOptimizationLevel(OptimizationLevel.Release)).Load();
        using var recorder = new TelemetryRecorder(program.Name, on ? ActivitySamplingResult.AllDataAndRecorded : null, metrics: on);

        Assert.Equal(int.MaxValue, program.Call("Run"));
        Assert.Equal(on ? 1 : 0, recorder.Spans.Count);
    }

    [Fact]
    public void WhatLooksForTypesByReflectionFindsTheProjectsOnly()
    {
        using var program = Generation.Of("""
            public static class Program { public static void Run() => new S().M(1).Wait(); }
            public class S { [Traced, BusinessMetric("s.calls")] [return: Tag] public async Task<int> M(int x) { await Task.Yield(); return x; } }
            """).Load();

        Assert.Equal(["Program", "S"], program.Assembly.GetExportedTypes().Select(static type => type.Name).Order());
        Assert.Equal(["Program", "S"], program.Assembly.GetTypes().Where(static type => !IsGenerated(type) && type.Namespace is null).Select(static type => type.Name).Order());
        Assert.All(program.Assembly.GetTypes().Where(static type => type.Namespace?.StartsWith("Instrumentation", StringComparison.Ordinal) == true), static type => Assert.True(IsGenerated(type)));

        static bool IsGenerated(Type? type) => type is not null && (type.IsDefined(typeof(CompilerGeneratedAttribute), false) || IsGenerated(type.DeclaringType));
    }

    [Fact]
    public void WhatTrimmingReadsOffTheTargetStandsOnTheInterceptorToo()
    {
        using var program = Generation.Of("""
            using System.Diagnostics.CodeAnalysis;
            public static class Program { [RequiresUnreferencedCode("why")] public static void Run() => S.M<string>(typeof(int)); }
            public static class S
            {
                [Traced, RequiresUnreferencedCode("why"), RequiresDynamicCode("how")]
                [return: DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)]
                public static Type M<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] T>([DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicMethods)] Type x) => x;
            }
            """).Load();

        var type = program.Assembly.GetTypes().Single(static type => type is { Name: "S", Namespace: not null });
        foreach (var name in new[] { "M", "M__On" })
        {
            var method = type.GetMethod(name, System.Reflection.BindingFlags.Static | System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.NonPublic)!;
            Assert.Equal("why", Attribute<RequiresUnreferencedCodeAttribute>(method)!.Message);
            Assert.Equal("how", Attribute<RequiresDynamicCodeAttribute>(method)!.Message);
            Assert.Equal(DynamicallyAccessedMemberTypes.All, Attribute<DynamicallyAccessedMembersAttribute>(method.ReturnParameter)!.MemberTypes);
            Assert.Equal(DynamicallyAccessedMemberTypes.PublicMethods, Attribute<DynamicallyAccessedMembersAttribute>(method.GetParameters()[0])!.MemberTypes);
            Assert.Equal(DynamicallyAccessedMemberTypes.PublicConstructors, Attribute<DynamicallyAccessedMembersAttribute>(method.GetGenericArguments()[0])!.MemberTypes);
        }

        static T? Attribute<T>(System.Reflection.ICustomAttributeProvider on) => on.GetCustomAttributes(typeof(T), false).Cast<T>().SingleOrDefault();
    }

    [Fact]
    public void AListenerMayCallAnnotatedMethodsWhileTheScopeIsMade()
    {
        using var program = Generation.Of("""
            using System.Diagnostics;
            public static class Program
            {
                public static int Run(string name)
                {
                    using var listener = new ActivityListener { ShouldListenTo = source => A.Is(source.Name, name) && B.Is(source.Name, name), Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData };
                    ActivitySource.AddActivityListener(listener);
                    return (A.Is("x", "x") ? 1 : 0) + (B.Is("x", "x") ? 1 : 0) + C.One();
                }
            }
            public static class A { [Traced] public static bool Is(string x, string y) => x == y; }
            public static class B { [Traced, Measured] public static bool Is(string x, string y) => x == y; }
            public static class C { [Traced] public static int One() => 1; }
            """).Load();

        Assert.Equal(3, program.Call("Run", program.Name));
        Assert.Equal(3, program.Call("Run", program.Name));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task ASpanThatTheMethodLeavesCurrentStaysCurrent(bool on)
    {
        using var program = Generation.Of("""
            using System.Diagnostics;
            public static class Program
            {
                public static string? Begin() { Left(); return Activity.Current?.OperationName; }
                public static string? BeginLater() { var task = LeftLater(); return Activity.Current?.OperationName; }
                public static string? Suppress() { None(); return Activity.Current?.OperationName; }
                [Traced] public static void Left() => new Activity("left").Start();
                [Traced] public static Task LeftLater() { new Activity("later").Start(); return Task.Delay(1); }
                [Traced] public static void None() => Activity.Current = null;
            }
            """).Load();
        using var recorder = new TelemetryRecorder(program.Name, on ? ActivitySamplingResult.AllDataAndRecorded : null);

        foreach (var (method, expected) in new[] { ("Begin", "left"), ("BeginLater", "later"), ("Suppress", null) })
        {
            // Each in a context of its own, with a span around it.
            var current = await Task.Run(() => { using var outer = new Activity("outer").Start(); return (string?)program.Call(method); }, TestContext.Current.CancellationToken);
            Assert.Equal(expected, current);
        }
    }

    [Theory]
    [InlineData("Sync")]
    [InlineData("Async")]
    public async Task AnExceptionWhoseTextThrowsArrivesAllTheSame(string method)
    {
        using var program = Generation.Of("""
            public sealed class Odd : Exception { public override string Message => throw new InvalidOperationException(); public override string ToString() => throw new InvalidOperationException(); }
            public static class Program
            {
                public static Task Run(string method) { if (method == "Async") return Async(); Sync(); return Task.CompletedTask; }
                [Traced(RecordException = ExceptionRecording.Full)] public static void Sync() => throw new Odd();
                [Traced(RecordException = ExceptionRecording.Full)] public static async Task Async() { await Task.Yield(); throw new Odd(); }
            }
            """).Load();
        using var recorder = new TelemetryRecorder(program.Name);

        // No assertion library catches it: they read its text.
        string? thrown = null;
        try
        {
            await (Task)program.Call("Run", method)!;
        }
        catch (Exception exception)
        {
            thrown = exception.GetType().Name;
        }

        Assert.Equal("Odd", thrown);
        Assert.Equal("Odd", recorder.Span.GetTagItem("error.type"));
    }

    [Fact]
    public void FrameworkTypesOfALibraryItselfAreNotTakenForTheFrameworks()
    {
        var library = Generation.Of(
            [new SourceFile("/lib/L.cs", "namespace System.Runtime.CompilerServices { internal sealed class UnsafeAccessorAttribute : Attribute; } namespace System.Diagnostics { internal sealed class StackTraceHiddenAttribute : Attribute; } ")],
            assemblyName: "Polyfills");
        using var program = Generation.Of(
            [new SourceFile("/app/P.cs", "public class Program { public static int Run() => M(); [Traced] private static int M() => 1; }")],
            [MetadataReference.CreateFromImage(library.Emit())]).Load();
        using var recorder = new TelemetryRecorder(program.Name);

        Assert.Equal(typeof(StackTraceHiddenAttribute), program.Assembly.GetTypes().Single(static type => type is { Name: "Program", Namespace: not null }).GetCustomAttributes(typeof(StackTraceHiddenAttribute), false).Single().GetType());
    }
}
