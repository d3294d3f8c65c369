using Verifier = Instrumentation.CodeFixes.Tests.FixVerifier<Instrumentation.Generator.Tracing.TracedUsageAnalyzer, Instrumentation.CodeFixes.Methods.AnnotateInterfaceFix>;

namespace Instrumentation.CodeFixes.Tests;

/// <summary>An explicit implementation hands its annotations to the interface's method.</summary>
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
            public class Store : IStore<int>
            {
                [{|INS1001:Traced("store.save")|}, Measured]
                [Obsolete]
                void IStore<int>.Save([Tag("file.name")] string name, int value) { }
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
            public class Store : IStore<int>
            {
                [Obsolete]
                void IStore<int>.Save(string name, int value) { }
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
    public Task AnInterfaceOfALibraryCannotBeAnnotated() => Verifier.VerifyNothing("""
        public class Store : IDisposable { [{|INS1001:Traced|}] void IDisposable.Dispose() { } }
        """);
}
