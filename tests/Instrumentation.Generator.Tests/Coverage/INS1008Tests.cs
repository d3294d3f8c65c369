using Instrumentation.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using Verifier = Instrumentation.Testing.RuleVerifier<Instrumentation.Generator.Coverage.CoverageExplanationAnalyzer>;

namespace Instrumentation.Generator.Tests.Coverage;

/// <summary>How each annotated method is covered, on request.</summary>
public sealed class INS1008Tests
{
    private const string Option = "instrumentation_explain = true";

    private const string Program = """
        public partial class Shop
        {
            [Traced] public int {|#0:Price|}(int id) => id;
            [Traced] private partial int {|#1:Total|}(int id);
            private int TotalCore(int id) => Price(id) + Price(2);
            private partial int Total(int id) => TotalCore(id);
            public Func<int, int> Later() => Price;
            public int Now() => Plain(1) + Total(1);
            public int Plain(int id) => id;
            [Traced] private static void {|#2:Unused|}() { }
        }
        public interface IClock { [Traced] long {|#3:Read|}(); }
        """;

    [Fact]
    public Task WithoutTheOptionNothingIsSaid() => Verifier.Verify(Plain(Program));

    [Fact]
    public Task AnyOtherValueIsNotTheOption() => Verifier.Verify(Plain(Program), new RuleSetting(EditorConfig: "instrumentation_explain = false"));

    [Fact]
    public Task TheOptionIsTakenFromEditorconfig() => Verifier.Verify(Program, new RuleSetting(EditorConfig: Option), Said());

    [Fact]
    public Task TheOptionIsTakenFromTheGlobalConfiguration() => Verifier.Verify(Program, new RuleSetting(GlobalConfig: Option), Said());

    [Fact]
    public Task AProjectWithoutInterceptorsIsToldSo() => Verifier.Verify(
        "public class Shop { [Traced] public int {|#0:Price|}() => 1; public int Call() => Price(); }",
        new RuleSetting(EditorConfig: Option, Interceptors: null),
        Expect(0, "'Shop.Price' is covered by an interceptor, because its body stands in the method itself: no use is, because this project does not allow interceptors"));

    [Fact]
    public Task CallsThatSyntaxMakesAreCounted() => Verifier.Verify(
        "public sealed class Shop { [Traced] public void {|#0:Deconstruct|}(out int a, out int b) => a = b = 1; public void Call() { var (a, b) = this; Deconstruct(out a, out b); } }",
        new RuleSetting(EditorConfig: Option),
        Expect(0, "'Shop.Deconstruct' is covered by an interceptor, because its body stands in the method itself: 1 use in this project covered, 1 not"));

    [Fact]
    public Task AMemberOfAnExtensionBlockIsCountedByWhatItIsCompiledTo() => Verifier.Verify(
        "public static class Shop { extension(string text) { [Traced] public int {|#0:Twice|}() => 2 * text.Length; } public static int Call() => \"\".Twice() + Shop.Twice(\"\"); }",
        new RuleSetting(EditorConfig: Option),
        Expect(0, "'Shop.Twice' is covered by an interceptor, because its body stands in the method itself: 2 uses in this project covered, 0 not"));

    [Fact]
    public Task AMethodThatCannotBeCoveredHasARuleOfItsOwn() => Verifier.Verify(
        "public static class Shop { [Traced] private static T? Price<T>() => default; }", new RuleSetting(EditorConfig: Option));

    [Fact]
    public async Task APartialMethodCoversEveryCaller()
    {
        var generated = Generation.Of("""
            public static partial class Shop
            {
                [Traced] public static partial int Total(int id);
                private static int TotalCore(int id) => id;
                public static Func<int, int> Later() => Total;
                public static int Now() => Total(1);
            }
            """);

        var said = await AnalyzedProgram.Diagnose(generated.Output, new() { ["instrumentation_explain"] = "true" });

        Assert.Equal(
            "'Shop.Total' is covered by the generated part of a partial method, because it is partial and its body stands in 'TotalCore': every caller is, also by a delegate, by reflection or from other assemblies; 2 uses in this project",
            Assert.Single(said).GetMessage());
        Assert.Equal(DiagnosticSeverity.Info, said[0].Severity);
    }

    private static DiagnosticResult[] Said() =>
    [
        Expect(0, "'Shop.Price' is covered by an interceptor, because its body stands in the method itself: 2 uses in this project covered, 1 not"),
        Expect(1, "'Shop.Total' is covered by an interceptor, because its body stands in the method itself: 1 use in this project covered, 0 not"),
        Expect(2, "'Shop.Unused' is covered by an interceptor, because its body stands in the method itself: 0 uses in this project covered, 0 not"),
        Expect(3, "'IClock.Read' is covered by an interceptor, because it has no body of its own: 0 uses in this project covered, 0 not"),
    ];

    private static DiagnosticResult Expect(int place, string message) =>
        new DiagnosticResult("INS1008", DiagnosticSeverity.Info).WithLocation(place).WithMessage(message);

    private static string Plain(string marked) => System.Text.RegularExpressions.Regex.Replace(marked, @"\{\|#\d:(\w+)\|\}", "$1");
}
