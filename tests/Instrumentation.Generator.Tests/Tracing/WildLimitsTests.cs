using Instrumentation.Generator.Tracing;
using Instrumentation.Testing;

namespace Instrumentation.Generator.Tests.Tracing;

/// <summary>Methods that generated code cannot stand in for: each is reported where it is annotated, and the program compiles all the same.</summary>
public sealed class WildLimitsTests
{
    /// <summary>Source with the annotation marked.</summary>
    public static TheoryData<string> Limits =>
    [
        "file class A { [{|INS1001:Traced|}] public static int M() => 1; public static int Go() => M(); }",
        "file class A; class B { [{|INS1001:Traced|}] private static int M(A? a) => 1; public static int Go() => M(null); }".Replace("class B", "file class B"),
        "public class A { private class B; private enum E { X } [{|INS1001:Traced|}] private static int M(B b, E[] e) => 1; public static int Go() => M(new B(), []); }",
        "public class A { protected class B { [{|INS1001:Traced|}] public static int M() => 1; } public static int Go() => B.M(); }",
        "public class A { [{|INS1001:Traced|}, System.Runtime.CompilerServices.ModuleInitializer] internal static void M() { } }",
        "public class A { [{|INS1001:Traced|}, System.Runtime.InteropServices.UnmanagedCallersOnly] public static void M() { } public static unsafe void* Go() => (delegate* unmanaged<void>)&M; }",
        "public class A : IDisposable { [{|INS1001:Traced|}] void IDisposable.Dispose() { } }",
        "public interface I<T> where T : I<T> { [{|INS1001:Traced|}] static abstract int M(); [{|INS1001:Traced|}] static virtual int N() => 1; } public class A : I<A> { public static int M() => 1; public static int Go<T>() where T : I<T> => T.M() + T.N(); }",
        "public static class A<T> { [{|INS1001:Traced|}] private static int M() => 1; public static int Go() => M(); }",
        "public static class A { [{|INS1001:Traced|}] private static int M<T>() => 1; public static int Go() => M<int>(); }",
        "public class A { [{|INS1001:Traced|}] public int M(__arglist) => 1; public int Go() => M(__arglist(1)); }",
    ];

    [Theory]
    [MemberData(nameof(Limits))]
    public async Task EachIsReportedAndCompiles(string source)
    {
        await RuleVerifier<TracedUsageAnalyzer>.Verify(source);
        Generation.Of(source.Replace("{|INS1001:Traced|}", "Traced")).Emit();
    }
}
