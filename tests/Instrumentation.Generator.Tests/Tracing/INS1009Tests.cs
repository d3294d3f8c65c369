using Instrumentation.Testing;
using Verifier = Instrumentation.Testing.RuleVerifier<Instrumentation.Generator.Tracing.TracedUsageAnalyzer>;

namespace Instrumentation.Generator.Tests.Tracing;

/// <summary>Annotated methods that others call.</summary>
public sealed class INS1009Tests
{
    [Fact]
    public Task WhatImplementsOrOverridesAMethodOfAnotherAssemblyIsReported() => Verifier.Verify("""
        public class Order : IComparer<int>, IDisposable
        {
            [{|INS1009:Traced|}] public int Compare(int x, int y) => x - y;
            [{|INS1009:Measured|}] public override string ToString() => "order";
            [{|INS1009:BusinessMetric("orders.disposed")|}] public void Dispose() { }
        }
        """);

    [Fact]
    public Task WhatIsOnlyCalledHereIsNot() => Verifier.Verify("""
        public interface IShop { int Sell(); }
        public abstract class Base { public virtual int Buy() => 1; }
        public partial class Shop : Base, IShop, IComparer<int>
        {
            [Traced] public int Sell() => 1;
            [Traced] public override int Buy() => 2;
            [Traced] public partial int {|CS8795:Compare|}(int x, int y);
            private int CompareCore(int x, int y) => x - y;
        }
        [Traced] public class Covered : IDisposable { public void Dispose() { } }
        """);

    [Fact]
    public Task TheMessageSaysWhoCallsAndWhatToDo() => Verifier.VerifyMessage(
        "public class Order : IDisposable { [{|#0:Traced|}] public void Dispose() { } }",
        "INS1009",
        "'Dispose' is called through 'IDisposable.Dispose' of 'System.Private.CoreLib', and calls in there have no telemetry; make it partial, with its body in 'DisposeCore', and every caller is covered");
}
