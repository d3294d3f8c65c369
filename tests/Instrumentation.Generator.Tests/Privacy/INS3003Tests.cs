using Verifier = Instrumentation.Testing.RuleVerifier<Instrumentation.Generator.Metrics.BusinessMetricUsageAnalyzer>;

namespace Instrumentation.Generator.Tests.Privacy;

/// <summary>Personal data that would be a metric label.</summary>
public sealed class INS3003Tests
{
    [Fact]
    public Task LabelsThatHoldMarkedDataAreReportedAtTheTag() => Verifier.Verify("""
        public class User { public bool IsPaid; [Pii] public string Email = ""; [Pii] public bool IsIll; }
        [Pii] public class Person { public string Name = ""; public bool IsPaid; }
        public class Service
        {
            [Pii] public string Tenant => "";
            [BusinessMetric("a", Tags = [{|INS3003:"user.Email"|}, "user.IsPaid", {|INS3003:"ill=user.IsIll"|}])]
            [BusinessMetric("b", Tags = [{|INS3003:"mail"|}, {|INS3003:"person.Name"|}, {|INS3003:"this.Tenant"|}, {|INS3003:"return"|}])]
            [return: Pii] public string A(User user, [Pii] string mail, Person person) => "";
        }
        """);

    [Fact]
    public Task ValuesConditionsAndLabelsThatDoNotTellTheDataAreSilent() => Verifier.Verify("""
        public class User { public bool IsPaid; [Pii] public string Email = ""; [Pii] public bool IsAdult; }
        [Pii] public class Person { public bool IsPaid; }
        public class Service
        {
            [BusinessMetric("a", Kind = MetricKind.Histogram, Value = "user.Email.Length"), BusinessMetric("b", When = "user.IsAdult"), BusinessMetric("c", Tags = ["user.IsPaid", "person.IsPaid"])]
            public void A(User user, Person person) { }
        }
        """);

    [Fact]
    public Task TheMessageNamesTheDataAndTheMetric() => Verifier.VerifyMessage("""
        public class User { [Pii] public string Email = ""; }
        public class Service { [BusinessMetric("logins", Tags = [{|#0:"user.Email"|}])] public void A(User user) { } }
        """, "INS3003", "'User.Email' is personal data ([Pii]) and metric 'logins' would make it a label; remove it from Tags");
}
