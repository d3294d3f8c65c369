using Instrumentation.Testing;
using Verifier = Instrumentation.Testing.RuleVerifier<Instrumentation.Generator.Metrics.BusinessMetricUsageAnalyzer>;

namespace Instrumentation.Generator.Tests.Metrics;

/// <summary>Member paths that lead nowhere.</summary>
public sealed class INS2001Tests
{
    private const string Types = """
        public class File { public long Length; public Owner? Owner { get; } public static int Count; private int Hidden { get; } public int WriteOnly { set { } } public int Method() => 1; }
        public class Owner { public bool IsPaid; }

        """;

    [Fact]
    public Task PathsThatLeadNowhereAreReportedAtTheirArgument() => Verifier.Verify(Types + """
        public class Store
        {
            [BusinessMetric("a", {|INS2001:Value = "fil.Length"|})]
            [BusinessMetric("b", {|INS2001:Value = "file.Lenght"|})]
            [BusinessMetric("c", {|INS2001:Value = "file.Owner.Nope"|})]
            [BusinessMetric("d", {|INS2001:Value = "file.Hidden"|})]
            [BusinessMetric("e", {|INS2001:Value = "file.Count"|})]
            [BusinessMetric("f", {|INS2001:Value = "file.WriteOnly"|})]
            [BusinessMetric("g", {|INS2001:Value = "file.Method"|})]
            [BusinessMetric("h", {|INS2001:Value = ""|})]
            [BusinessMetric("i", {|INS2001:Value = "file..Length"|})]
            [BusinessMetric("j", {|INS2001:When = "succes"|})]
            [BusinessMetric("k", Tags = ["file.Owner.IsPaid", {|INS2001:"file.Nope"|}, {|INS2001:"x=nope"|}, {|INS2001:""|}])]
            [BusinessMetric("l", Tags = new[] { {|INS2001:"nope"|} })]
            [BusinessMetric("m", Tags = new string[] { {|INS2001:"nope"|} })]
            public long Save(File file) => 1;

            [BusinessMetric("n", {|INS2001:Value = "return"|})] public void Nothing() { }
            [BusinessMetric("o", {|INS2001:Value = "return"|})] public Task NothingAsync() => Task.CompletedTask;
            [BusinessMetric("p", {|INS2001:Value = "this.Size"|})] public static void Static() { }
        }
        """);

    [Fact]
    public Task PathsThatTheCompilerKnowsAreSilent() => Verifier.Verify(Types + """
        public interface IStored { long Size { get; } }
        public class Store<T> where T : IStored
        {
            internal int Count;
            [BusinessMetric("a", Value = "file.Length"), BusinessMetric("b", Value = "return.Size"), BusinessMetric("c", Value = "this.Count"), BusinessMetric("d", Value = "item.Size")]
            [BusinessMetric("e", When = "file.Owner.IsPaid"), BusinessMetric("f", When = "failure"), BusinessMetric("g", When = "always"), BusinessMetric("h", When = "success")]
            [BusinessMetric("i", Tags = ["file.Owner.IsPaid", "really=@class"]), BusinessMetric("j", Kind = MetricKind.UpDownCounter, Value = " - file.Length ")]
            public Task<T> Save(File file, T item, bool @class) => null!;
        }
        """.Replace("really=@class", "really=class").Replace(" - file", " -file"));

    [Theory]
    [InlineData("Value = \"fil.Length\"", "Metric 'm' cannot be recorded: there is no parameter 'fil'; a path starts with 'file', 'return', 'this'")]
    [InlineData("Value = \"file.Lenght\"", "Metric 'm' cannot be recorded: 'File' has no property or field 'Lenght'; it has Length, Owner")]
    [InlineData("When = \"succes\"", "Metric 'm' cannot be recorded: there is no parameter 'succes'; a path starts with 'file', 'return', 'this' (or one of 'success', 'failure', 'always')")]
    public Task TheMessageListsWhatThereIs(string argument, string message) => Verifier.VerifyMessage(
        Types + $$"""public class Store { [BusinessMetric("m", {|#0:{{argument}}|})] public long Save(File file) => 1; }""", "INS2001", message);

    [Fact]
    public Task PragmasAndSuppressMessageWork() => Verifier.Verify("""
        public class Store
        {
        #pragma warning disable INS2001 // the reason
            [BusinessMetric("a", Value = "nope")] public void A() { }
        #pragma warning restore INS2001
            [BusinessMetric("a", {|INS2001:Value = "nope"|})] public void B() { }
            [System.Diagnostics.CodeAnalysis.SuppressMessage("Instrumentation.Metrics", "INS2001", Justification = "The reason.")]
            [BusinessMetric("a", Value = "nope")] public void C() { }
        }
        """);

    [Fact]
    public Task EditorConfigTurnsTheRuleOff() => Verifier.Verify(
        "public class Store { [BusinessMetric(\"a\", Value = \"nope\")] public void A() { } }", new RuleSetting(EditorConfig: "dotnet_diagnostic.INS2001.severity = none"));
}
