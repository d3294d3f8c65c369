using Verifier = Instrumentation.Testing.RuleVerifier<Instrumentation.Generator.Health.HealthCheckUsageAnalyzer>;

namespace Instrumentation.Generator.Tests.Health;

/// <summary>Health checks of one name.</summary>
public sealed class INS4004Tests
{
    [Fact]
    public Task EachFurtherCheckOfANameIsReportedAtTheName() => Verifier.Verify("""
        public class Disk { [HealthCheck("disk")] public bool A() => true; [HealthCheck({|INS4004:"disk"|})] public bool B() => true; }
        public class Other { [HealthCheck({|INS4004:"Disk"|})] public bool A() => true; [HealthCheck("database")] public bool B() => true; }
        """);

    [Fact]
    public Task DifferentNamesAreSilent() => Verifier.Verify("""
        public class Disk { [HealthCheck("disk.data")] public bool A() => true; [HealthCheck("disk.logs")] public bool B() => true; }
        """);

    [Fact]
    public Task TheMessageNamesTheOther() => Verifier.VerifyMessage(
        """public class Disk { [HealthCheck({|#1:"disk"|})] public bool Data() => true; [HealthCheck({|#0:"disk"|})] public bool Logs() => true; }""",
        "INS4004",
        "'disk' is the name of the health check 'Disk.Data' already, and the program would not start; choose another name");
}
