using Instrumentation.CodeFixes.Methods;
using Instrumentation.Generator.Interception;
using Verifier = Instrumentation.CodeFixes.Tests.FixVerifier<Instrumentation.Generator.Tracing.TracedUsageAnalyzer, Instrumentation.CodeFixes.Methods.AnnotateInterfaceFix>;

namespace Instrumentation.CodeFixes.Tests;

/// <summary>The method of an interface is annotated where its implementation cannot be followed.</summary>
public sealed class AnnotateInterfaceFixTests
{
    [Fact]
    public Task TheAnnotationsMoveToTheInterfaceWithTheTagsOfTheParameters() => Verifier.VerifyOne(
        [
            """
            public interface IStore<T>
            {
                /// <summary>Saves.</summary>
                void Save(string name, T value);
            }
            """,
            """
            public class Shop
            {
                private class Store : IStore<int>
                {
                    [{|INS1001:Traced("store.save")|}, Measured]
                    [Obsolete]
                    void IStore<int>.Save([Tag("file.name")] string name, int value) { }
                }
            }
            """,
        ],
        [
            """
            public interface IStore<T>
            {
                /// <summary>Saves.</summary>
                [Traced("store.save"), Measured]
                void Save([Tag("file.name")] string name, T value);
            }
            """,
            """
            public class Shop
            {
                private class Store : IStore<int>
                {
                    [Obsolete]
                    void IStore<int>.Save(string name, int value) { }
                }
            }
            """,
        ]);

    [Fact]
    public Task WhatElseStandsInTheListStaysAndWhatTheInterfaceHasIsNotWrittenTwice() => Verifier.VerifyOne(
        ["""
        public interface IStore { [Traced] void Save(); }
        public class Store : IStore { [{|INS1001:Traced|}, Obsolete, Measured] void IStore.Save() { } }
        """],
        ["""
        public interface IStore { [Measured] [Traced] void Save(); }
        public class Store : IStore { [Obsolete] void IStore.Save() { } }
        """]);

    [Fact]
    public Task ACallThatCannotHaveTheTelemetryOfWhatItReachesGetsItFromTheMethodThatIsCalled() => FixVerifier<CallCoverageAnalyzer, AnnotateInterfaceFix>.VerifyOne(
        ["""
        public interface IBox
        {
            void Put([Pii] string mail, int id);
        }
        public class Box<T> : IBox
        {
            [Traced("box.put")]
            public void Put([Pii] string mail, [Tag("id")] int id) { }
        }
        public class Program { public void Run(IBox box) => box.{|INS1002:Put|}("", 1); }
        """],
        ["""
        public interface IBox
        {
            [Traced("box.put")]
            void Put([Pii] string mail, [Tag("id")] int id);
        }
        public class Box<T> : IBox
        {
            [Traced("box.put")]
            public void Put([Pii] string mail, [Tag("id")] int id) { }
        }
        public class Program { public void Run(IBox box) => box.Put("", 1); }
        """]);

    [Fact]
    public Task ADelegateIsNoReasonToAnnotateTheInterface() => FixVerifier<CallCoverageAnalyzer, AnnotateInterfaceFix>.VerifyNothing("""
        public interface IBox { void Put(); }
        public class Box : IBox { [Traced] public void Put() { } }
        public class Program { public Action Run(IBox box) => box.{|INS1002:Put|}; }
        """);

    [Fact]
    public Task AnInterfaceOfALibraryCannotBeAnnotated() => Verifier.VerifyNothing("""
        public class Store : IDisposable { [{|INS1001:Traced|}] void IDisposable.Dispose() { } }
        """);
}
