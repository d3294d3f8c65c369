using OfAnnotation = Instrumentation.CodeFixes.Tests.FixVerifier<Instrumentation.Generator.Tracing.TracedUsageAnalyzer, Instrumentation.CodeFixes.Methods.PartialMethodFix>;
using OfCall = Instrumentation.CodeFixes.Tests.FixVerifier<Instrumentation.Generator.Interception.CallCoverageAnalyzer, Instrumentation.CodeFixes.Methods.PartialMethodFix>;

namespace Instrumentation.CodeFixes.Tests;

/// <summary>A method that interceptors cannot cover becomes partial; what comes out is compiled with its generated part.</summary>
public sealed class PartialMethodFixTests
{
    [Fact]
    public Task APrivateMethodOfAStaticClassKeepsItsAttributesAndDocumentation() => OfAnnotation.VerifyOne(
        ["""
        public static class Prices
        {
            /// <summary>The price.</summary>
            [{|INS1001:Traced|}]
            [Obsolete("soon")]
            private static decimal Of<T>([Tag("order.id")] int id, decimal factor = 2m)
            {
                // Half of it.
                return id * factor / 2;
            }

            public static decimal Half() => 1;
        }
        """],
        ["""
        public static partial class Prices
        {
            /// <summary>The price.</summary>
            [Traced]
            [Obsolete("soon")]
            private static partial decimal Of<T>([Tag("order.id")] int id, decimal factor = 2m);

            private static decimal OfCore<T>(int id, decimal factor)
            {
                // Half of it.
                return id * factor / 2;
            }

            public static decimal Half() => 1;
        }
        """]);

    [Fact]
    public Task AMethodThatSyntaxCallsWithoutNamingItIsFound() => OfCall.VerifyOne(
        ["""
        public class Pair
        {
            [Traced]
            public void Deconstruct(out int one, out int other) => one = other = 1;

            public int One() { {|INS1002:var (one, _)|} = this; return one; }
        }
        """],
        ["""
        public partial class Pair
        {
            [Traced]
            public partial void Deconstruct(out int one, out int other);

            private void DeconstructCore(out int one, out int other) => one = other = 1;

            public int One() { var (one, _) = this; return one; }
        }
        """]);

    [Fact]
    public Task EveryTypeAroundItBecomesPartial() => OfAnnotation.VerifyOne(
        ["""
        public class Outer<T>
        {
            private sealed record Secret(int Number);

            public struct Inner
            {
                [{|INS1001:Traced|}] readonly bool Same<TOther>(T one, TOther other, in int number, Secret? secret = null) where TOther : notnull => other.Equals(one);
            }
        }
        """],
        ["""
        public partial class Outer<T>
        {
            private sealed record Secret(int Number);

            public partial struct Inner
            {
                [Traced] private readonly partial bool Same<TOther>(T one, TOther other, in int number, Secret? secret = null) where TOther : notnull;

                private readonly bool SameCore<TOther>(T one, TOther other, in int number, Secret? secret) where TOther : notnull => other.Equals(one);
            }
        }
        """]);

    [Fact]
    public Task ACallThatCannotBeInterceptedMakesItsTargetPartialInWhateverFileThatIs() => OfCall.VerifyOne(
        [
            """
            public class Base
            {
                [Traced, Measured]
                public virtual async Task<int> DoAsync(int x)
                {
                    await Task.Yield();
                    return x;
                }
            }
            """,
            """
            public class Derived : Base { public override Task<int> DoAsync(int x) => base.{|INS1002:DoAsync|}(x); }
            """,
        ],
        [
            """
            public partial class Base
            {
                [Traced, Measured]
                public virtual partial Task<int> DoAsync(int x);

                private async Task<int> DoAsyncCore(int x)
                {
                    await Task.Yield();
                    return x;
                }
            }
            """,
            """
            public class Derived : Base { public override Task<int> DoAsync(int x) => base.DoAsync(x); }
            """,
        ]);

    [Fact]
    public Task AnExtensionAndAnAsynchronousSequenceKeepWhatTheirBodiesNeed() => OfCall.VerifyOne(
        ["""
        using System.Runtime.CompilerServices;
        public static class Extensions
        {
            [Traced] public static async IAsyncEnumerable<int> Upto(this int end, [EnumeratorCancellation] CancellationToken token = default)
            {
                for (var i = 0; i < end; i++) { await Task.Yield(); yield return i; }
            }

            public static Func<int, CancellationToken, IAsyncEnumerable<int>> Get() => {|INS1002:Upto|};
        }
        """],
        ["""
        using System.Runtime.CompilerServices;
        public static partial class Extensions
        {
            [Traced] public static partial IAsyncEnumerable<int> Upto(this int end, CancellationToken token = default);

            private static async IAsyncEnumerable<int> UptoCore(int end, [EnumeratorCancellation] CancellationToken token)
            {
                for (var i = 0; i < end; i++) { await Task.Yield(); yield return i; }
            }

            public static Func<int, CancellationToken, IAsyncEnumerable<int>> Get() => Upto;
        }
        """]);

    [Fact]
    public Task WhatAFrameworkCallsIsCoveredAsAPartialMethod() => OfAnnotation.VerifyOne(
        ["public class Name : IComparable<Name> { [{|INS1009:Traced|}] public int CompareTo(Name? other) => 0; }"],
        ["public partial class Name : IComparable<Name> { [Traced] public partial int CompareTo(Name? other);\n\nprivate int CompareToCore(Name? other) => 0; }"]);

    [Theory]
    [InlineData("public interface IThing { [Traced] int Do(int x) => x; } public class C { Func<int, int> F(IThing thing) => thing.{|INS1002:Do|}; }")]
    [InlineData("public abstract class Thing { [Traced] public abstract int Do(int x); Func<int, int> F() => {|INS1002:Do|}; }")]
    [InlineData("public class Thing { [Traced] public int Do(int x) => x; int DoCore(int x) => x; Func<int, int> F() => {|INS1002:Do|}; }")]
    [InlineData("public class Base { public virtual T Do<T>(T x) => x; } public class Thing : Base { [Traced] public override T Do<T>(T x) => x; Func<int, int> F() => {|INS1002:Do|}; }")]
    [InlineData("file class Thing { [Traced] public int Do(int x) => x; }", true)]
    [InlineData("public class Thing : IDisposable { [Traced] void IDisposable.Dispose() { } }", true)]
    [InlineData("public class Thing { [Traced] public async void Do() => await Task.Yield(); }", true)]
    public Task NothingIsOfferedWhereItCannotBePartial(string source, bool isAtAnnotation = false) => isAtAnnotation
        ? OfAnnotation.VerifyNothing(source.Replace("[Traced]", "[{|INS1001:Traced|}]"))
        : OfCall.VerifyNothing(source);
}
