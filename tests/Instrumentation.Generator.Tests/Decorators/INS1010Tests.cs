using Instrumentation.Testing;
using Verifier = Instrumentation.Testing.RuleVerifier<Instrumentation.Generator.Decorators.DecoratorUsageAnalyzer>;

namespace Instrumentation.Generator.Tests.Decorators;

/// <summary>Registrations for which no decorator can be written.</summary>
public sealed class INS1010Tests
{
    [Fact]
    public Task WhatCannotBeDecoratedIsReportedAtTheCall() => Verifier.Verify("""
        using Microsoft.Extensions.DependencyInjection;
        public interface IPlain { void M(); }
        [Traced] public interface ITraced { void M(); }
        [Traced] public interface IStatic<T> { void M(); static abstract int N(); }
        [Traced] public abstract class Base { public abstract void M(); }
        public class All : Base, IPlain, ITraced { public override void M() { } }
        public class Static<T> : IStatic<T> { public void M() { } public static int N() => 1; }
        public static class Program
        {
            private interface IHidden { [Traced] void M(); }
            private class Hidden : IHidden { public void M() { } }
            public static void Run<T>(IServiceCollection services, Type type) where T : class
            {
                services.{|INS1010:AddTraced<IPlain, All>|}();
                services.AddTraced<ITraced, All>();
                services.AddTraced<ITraced>();
                services.{|INS1010:AddTraced|}(typeof(IStatic<>), typeof(Static<>));
                services.{|INS1010:AddTraced<Base, All>|}();
                services.{|INS1010:AddKeyedTraced<IHidden, Hidden>|}("key");
                services.{|INS1010:AddTraced<T>|}();
                services.{|INS1010:AddTraced|}(type, typeof(All).GetType());
                Decorator.{|INS1010:Wrap|}(new All());
                Decorator.Wrap<ITraced>(new All());
                Wrap(1);
            }
            private static void Wrap(int x) { }
        }
        """);

    [Fact]
    public Task TheMessageSaysWhatIsMissing() => Verifier.VerifyMessage(
        "using Microsoft.Extensions.DependencyInjection; public interface I; public class A : I; public static class P { public static void Run(IServiceCollection s) => s.{|#0:AddTraced<I, A>|}(); }",
        "INS1010",
        "'I' cannot be put behind a decorator: none of its methods is annotated, and no annotated method implements one; add [Traced] to the interface, or to what implements it");

    [Fact]
    public Task AnOlderLanguageHasNoDecoratorOfMethodsThatTakeRefStructs()
    {
        var library = Generation.Of([new SourceFile("/lib/Lib.cs", """
            namespace Lib;
            public interface ISize { [Traced] int Of<T>(T x) where T : allows ref struct; }
            public interface IBox<T> where T : allows ref struct { [Traced] int Put(T x); }
            """)], assemblyName: "Lib");
        return Verifier.Verify(
            "public static class P { public static void Run(Lib.ISize size, Lib.IBox<int> box) { Decorator.{|INS1010:Wrap|}(size); Decorator.Wrap(box); } }",
            new RuleSetting(Language: Microsoft.CodeAnalysis.CSharp.LanguageVersion.CSharp12, References: [library.Reference()]));
    }
}
