using Verifier = Instrumentation.Testing.RuleVerifier<Instrumentation.Generator.Metrics.BusinessMetricUsageAnalyzer>;

namespace Instrumentation.Generator.Tests.Metrics;

/// <summary>Values that are no measurements, conditions or tags.</summary>
public sealed class INS2002Tests
{
    [Fact]
    public Task ValuesOfTheWrongTypeAreReportedAtTheirArgument() => Verifier.Verify("""
        public enum Plan { Free }
        public class File { public string Name = ""; public bool IsOpen; public long Length; }
        public class Store
        {
            [BusinessMetric("a", {|INS2002:Value = "file.Name"|})]
            [BusinessMetric("b", {|INS2002:Value = "file"|})]
            [BusinessMetric("c", {|INS2002:Value = "file.IsOpen"|})]
            [BusinessMetric("d", {|INS2002:Value = "plan"|})]
            [BusinessMetric("e", {|INS2002:When = "file.Length"|})]
            [BusinessMetric("f", {|INS2002:When = "file"|})]
            [BusinessMetric("g", Tags = ["plan", {|INS2002:"file"|}])]
            [BusinessMetric("h", {|INS2002:Unit = "By"|}, Value = "time")]
            [BusinessMetric("i", {|INS2002:Value = "return"|})]
            public Task<string> Save(File file, Plan plan, TimeSpan time) => null!;
        }
        """);

    [Fact]
    public Task NumbersDurationsAndFlagsAreSilent() => Verifier.Verify("""
        public enum Plan { Free }
        public class Store
        {
            [BusinessMetric("a", Value = "a"), BusinessMetric("b", Value = "b"), BusinessMetric("c", Value = "c"), BusinessMetric("d", Value = "d"), BusinessMetric("e", Value = "e")]
            [BusinessMetric("f", Unit = "ms", Value = "f"), BusinessMetric("g", When = "g"), BusinessMetric("h", Tags = ["g", "plan"])]
            public void Save(int a, ulong? b, double c, decimal d, nint e, TimeSpan? f, bool? g, Plan? plan) { }
        }
        """);

    [Theory]
    [InlineData("Value = \"name\"", "Metric 'm' cannot be recorded: 'name' is of type string; a measurement is a number or a TimeSpan")]
    [InlineData("When = \"name\"", "Metric 'm' cannot be recorded: 'name' is of type string; a condition is a bool, or one of 'success', 'failure', 'always'")]
    [InlineData("Unit = \"By\"", "Metric 'm' cannot be recorded: a TimeSpan cannot be recorded in 'By'; write s, ms, us, ns, min, h or d")]
    public Task TheMessageSaysWhatItIsAndWhatItShouldBe(string argument, string message) => Verifier.VerifyMessage(
        $$"""public class Store { [BusinessMetric("m", {|#0:{{argument}}|}{{(argument.StartsWith("Unit", StringComparison.Ordinal) ? ", Value = \"time\"" : "")}})] public void Save(string name, TimeSpan time) { } }""", "INS2002", message);
}
