using Verifier = Instrumentation.Testing.RuleVerifier<Instrumentation.Generator.Tracing.TagUsageAnalyzer>;

namespace Instrumentation.Generator.Tests.Tracing;

/// <summary>Tags that belong to no span.</summary>
public sealed class INS1004Tests
{
    [Fact]
    public Task TagsOfMethodsWithoutASpanAreReported() => Verifier.Verify("""
        public class Service([{|INS1004:Tag|}] int x)
        {
            public int X => x;
            public void Plain([{|INS1004:Tag|}] int x) { }
            [return: {|INS1004:Tag|}] public int Result() => 1;
            [Measured, BusinessMetric("a")] public void Measured([{|INS1004:Tag|}] int x) { }
            public int this[[{|INS1004:Tag|}] int i] => i;
            public static int operator +(Service a, [{|INS1004:Tag|}] int b) => b;
            public static void Functions()
            {
                void Local([{|INS1004:Tag|}] int x) { }
                var lambda = ([{|INS1004:Tag|}] int x) => x;
                Local(lambda(1));
            }
        }
        public record Order([{|INS1004:Tag|}] int Id);
        """);

    [Fact]
    public Task TagsOfOverridesAreReportedBecauseThoseOfTheAnnotatedMethodCount() => Verifier.Verify("""
        public class Base { [Traced] public virtual void M([Tag] int x) { } }
        public class Derived : Base { public override void M([{|INS1004:Tag|}] int x) { } }
        public interface IThing { [Traced] void M([Tag] int x); }
        public class Thing : IThing { public void M([{|INS1004:Tag|}] int x) { } }
        """);

    [Fact]
    public Task TagsOfMembersThatNoSpanReadsAreReported() => Verifier.Verify("""
        public class Dto { [{|INS1004:Tag|}] public int Id { get; set; } [{|INS1004:Tag|}] public int Field; }
        public record Data([property: {|INS1004:Tag|}] int Id);
        public static class Statics { [{|INS1004:Tag|}] public static int Id => 1; [Traced] public static void M() { } }
        public class Service
        {
            [{|INS1004:Tag|}] public static int Static => 1;
            [{|INS1004:Tag|}] public int WriteOnly { set { } }
            [{|INS1004:Tag|}] private int Hidden => 1;
            [{|INS1004:Tag|}] public int this[int i] => i;
            [Traced] public void M() { }
        }
        """);

    [Fact]
    public Task TagsWithASpanAreSilent() => Verifier.Verify("""
        public abstract class Base { [Tag] public string Tenant => ""; }
        public class Plain { [Tag] public string Tenant => ""; }
        public class Derived : Plain { [Traced] public void M([Tag] int x) { } }
        [Traced] public class Whole { [Tag] internal string Tenant => ""; public void M([Tag] int x) { } }
        public interface IThing { [Tag] string Tenant { get; } [Traced] void M([Tag] int x); }
        public record Order([property: Tag] int Id) { [Traced] public void M() { } }
        public static class Statics { [Traced] [return: Tag] public static int M([Tag] int x) => x; }
        public class Parent { [Traced] public virtual void M() { } }
        public class Child : Parent { [Tag] public string Tenant => ""; public override void M() { } }
        """);

    [Theory]
    [InlineData("public void M([{|#0:Tag|}] int x) { }", "This tag will never be recorded: 'M' has no span; add [Traced] to it")]
    [InlineData("[{|#0:Tag|}] public int P => 1;", "This tag will never be recorded: no method of 'C' is traced; a tag on a member is recorded with the spans of its own instance")]
    [InlineData("[{|#0:Tag|}] private int P => 1;", "This tag will never be recorded: generated code cannot reach it; make it internal")]
    public Task TheMessageSaysWhyAndWhatToDo(string member, string message) => Verifier.VerifyMessage($"public class C {{ {member} }}", "INS1004", message);
}
