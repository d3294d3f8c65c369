using Verifier = Instrumentation.Testing.RuleVerifier<Instrumentation.Generator.Metrics.BusinessMetricUsageAnalyzer>;

namespace Instrumentation.Generator.Tests.Metrics;

/// <summary>Tags of metrics that take any value.</summary>
public sealed class INS2006Tests
{
    [Fact]
    public Task TagsWithoutADomainAreReportedEachAtItsPlace() => Verifier.Verify("""
        public class User { public string Name = ""; public Guid Id; }
        public class Store
        {
            [BusinessMetric("a", Tags = [{|INS2006:"user.Name"|}, {|INS2006:"id=user.Id"|}, {|INS2006:"size"|}, {|INS2006:"wait"|}, "flag"])]
            public void Save(User user, int size, TimeSpan wait, bool flag) { }
        }
        """);

    [Fact]
    public Task FlagsAndEnumsAreSilent() => Verifier.Verify("""
        public enum Plan { Free, Paid }
        public class Store { [BusinessMetric("a", Tags = ["plan", "return", "maybe"])] public bool Save(Plan plan, Plan? maybe, string name) => true; }
        """);

    [Fact]
    public Task WhatIsBoundedIsSilent() => Verifier.Verify("""
        public record User([property: Tag(Values = ["eu", "us"])] string Region, string Name);
        public class Store
        {
            [BusinessMetric("a", Tags = ["tier='gold'", "user.Region", "kind", {|INS2006:"user.Name"|}])] public void Save(User user, [Tag(Values = ["x"])] string kind) { }
            [BusinessMetric("b", Tags = ["user.Name"], MaxSeries = 100)] public void Load(User user) { }
        }
        """);

    [Theory]
    [InlineData("name", "Tag 'name' of metric 'a' is a text, which takes any number of values, each of them a time series; leave it out, put it on the span with [Tag], or bound it: with an enum, a bool, [Tag(Values = …)] or MaxSeries")]
    [InlineData("size", "Tag 'size' of metric 'a' is a number, which takes any number of values, each of them a time series; leave it out, put it on the span with [Tag], or bound it: with an enum, a bool, [Tag(Values = …)] or MaxSeries")]
    public Task TheMessageSaysWhatItCostsAndWhatToDo(string tag, string message) => Verifier.VerifyMessage(
        $$"""public class Store { [BusinessMetric("a", Tags = [{|#0:"{{tag}}"|}])] public void Save(string name, int size) { } }""", "INS2006", message);
}
