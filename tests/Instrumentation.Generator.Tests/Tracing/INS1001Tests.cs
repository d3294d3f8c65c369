using Instrumentation.Testing;
using Verifier = Instrumentation.Testing.RuleVerifier<Instrumentation.Generator.Tracing.TracedUsageAnalyzer>;

namespace Instrumentation.Generator.Tests.Tracing;

/// <summary>Annotations on what generated code cannot stand in for.</summary>
public sealed class INS1001Tests
{
    [Fact]
    public Task WhatNoCallCanBeInterceptedOfIsReportedAtTheAnnotation() => Verifier.Verify("""
        public class Traced
        {
            public int Property { [{|INS1001:Traced|}] get; [{|INS1001:Measured|}] set; }
            public event Action Event { [{|INS1001:Traced|}] add { } remove { } }
            [{|INS1001:Traced|}] public static Traced operator +(Traced a, Traced b) => a;
            [{|INS1001:Traced|}] public static implicit operator int(Traced a) => 1;
            [{|INS1001:Traced|}] public void Varargs(__arglist) { }
            [{|INS1001:Traced|}] public async void Sequence() { await Task.Yield(); }
            [{|INS1001:BusinessMetric("a")|}] private void TakesHidden(Hidden hidden) { }
            [{|INS1001:Measured|}] private Hidden[] ReturnsHidden() => [];
            [Traced] private void Generic<T>(T value) { }
            private class Hidden { [{|INS1001:Traced|}] public void M() { } }
        }
        public interface IThing { [{|INS1001:Traced|}] static abstract void M(); void N(); }
        public class Thing : IThing { public static void M() { } [Traced] void IThing.N() { } }
        public class Closing : IDisposable { [{|INS1001:Traced|}] void IDisposable.Dispose() { } }
        public static class Private { [{|INS1001:Traced|}] private static void M<T>() { } }
        public class Box<T> { [Traced] protected void M() { } }
        file class Local { [{|INS1001:Traced|}] public void M() { } }
        public static class Extensions { extension(string text) { [{|INS1001:Traced|}] public async void Sequence() { await Task.Yield(); } [{|INS1001:Traced|}] private int Generic<T>() => 1; [{|INS1001:Measured|}] public static void Varargs(__arglist) { } } }
        """);

    [Fact]
    public Task LocalFunctionsAndLambdasAreReported() => Verifier.Verify("""
        public static class Program
        {
            public static void Run()
            {
                [{|INS1001:Traced|}] void Local() { }
                var lambda = [{|INS1001:Measured|}] () => 1;
                var parenthesized = [{|INS1001:BusinessMetric("a")|}] (int x) => x;
                [Obsolete] void Plain() { }
                Local();
                lambda();
                parenthesized(1);
                Plain();
            }
        }
        """);

    [Fact]
    public Task AnAnnotatedTypeIsReportedAtTheMethodThatCannotBeCovered() => Verifier.Verify("""
        [Traced] public class Service
        {
            public int Fine() => 1;
            public async void {|INS1001:Sequence|}() => await Task.Yield();
            [NotTraced] public async void Excluded() => await Task.Yield();
            internal async void NotMeant() => await Task.Yield();
            public int Property => 1;
        }
        """);

    [Fact]
    public Task AnAnnotatedTypeWithoutAPublicMethodIsReported() => Verifier.Verify("""
        [{|INS1001:Traced|}, {|INS1001:Measured|}] public class Service { internal void M() { } public int Property => 1; }
        [Traced] public interface IService { void M(); }
        [Measured] public struct Value { public void M() { } }
        """);

    [Fact]
    public Task WhatCanBeCoveredIsSilent() => Verifier.Verify("""
        public class Service
        {
            [Traced] public void Public() { }
            [Traced] private void Private() { }
            [Traced] protected virtual void Virtual(ref int a, out int b, in int c) => b = 1;
            [Traced] internal static async Task<T> Generic<T>(T x) { await Task.Yield(); return x; }
            [Traced] public ValueTask<int> Value() => default;
            [Traced] public IEnumerable<int> List() => [];
            [Traced] public IEnumerable<int> Iterator() { yield return 1; }
            [Traced] public IAsyncEnumerable<int> Sequence() => null!;
            [Traced, Measured, BusinessMetric("a")] public ref int Ref(ref int x) => ref x;
        }
        internal class Outer { internal class Inner { [Traced] public void M() { } } }
        public static class Extensions { [Traced] public static int M(this string x) => 1; }
        public static class Blocks { extension(string text) { [Traced] public int Twice() => 1; [Measured] public static int Make() => 1; [BusinessMetric("a")] public T Echo<T>(T x) => x; [Traced] private int Hidden() => 1; } }
        public abstract class Base { [Traced] public abstract void M(); }
        public partial class Part { [Traced] public partial void M(); public partial void M() { } }
        """);

    [Theory]
    [InlineData("[{|#0:Traced|}] public async void M() => await Task.Yield();", "Calls of 'M' will have no telemetry: nobody can tell when an 'async void' method has ended; return a Task")]
    [InlineData("private class Hidden; [{|#0:Traced|}] private void M(Hidden x) { }", "Calls of 'M' will have no telemetry: 'Hidden' cannot be named by generated code; make it internal")]
    [InlineData("public int P { [{|#0:Traced|}] get; }", "Calls of 'get_P' will have no telemetry: only ordinary methods can be expanded")]
    [InlineData("class N { [{|#0:Traced|}] internal void M() { } }", "Calls of 'M' will have no telemetry: 'N' cannot be named by generated code; make it and the types around it internal")]
    public Task TheMessageSaysWhyAndWhatToDo(string member, string message) => Verifier.VerifyMessage($"public class C {{ {member} }}", "INS1001", message);

    [Fact]
    public Task PragmasAndSuppressMessageWork() => Verifier.Verify("""
        public class C
        {
        #pragma warning disable INS1001 // the reason
            [Traced] public async void A() => await Task.Yield();
        #pragma warning restore INS1001
            [{|INS1001:Traced|}] public async void B() => await Task.Yield();
            [System.Diagnostics.CodeAnalysis.SuppressMessage("Instrumentation.Tracing", "INS1001", Justification = "The reason.")]
            [Traced] public async void D() => await Task.Yield();
        }
        """);

    [Fact]
    public Task EditorConfigTurnsTheRuleOff() => Verifier.Verify(
        "public class C { [Traced] public async void M() => await Task.Yield(); }", new RuleSetting(EditorConfig: "dotnet_diagnostic.INS1001.severity = none"));

    [Fact]
    public Task APartialMethodWithoutABodyIsToldWhereToWriteIt() => Verifier.Verify(
        """
        public partial class C { [{|#0:Traced|}] public partial int {|CS8795:M|}(int x); private int MCore(string x) => 1; }
        """,
        new Microsoft.CodeAnalysis.Testing.DiagnosticResult("INS1001", Microsoft.CodeAnalysis.DiagnosticSeverity.Warning).WithLocation(0)
            .WithMessage("Calls of 'M' will have no telemetry: it is partial and has no body; write the body as 'MCore', with the same parameters and the same return type"));
}
