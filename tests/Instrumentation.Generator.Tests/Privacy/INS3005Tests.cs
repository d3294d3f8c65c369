using Verifier = Instrumentation.Testing.RuleVerifier<Instrumentation.Generator.Privacy.PiiFlowAnalyzer>;

namespace Instrumentation.Generator.Tests.Privacy;

/// <summary>Personal data in the console or a trace. The corpus has the breadth; here is where and what is reported.</summary>
public sealed class INS3005Tests
{
    private static string Program(string statements) => $$"""
        public class User { public int Id { get; set; } [Pii] public string Email { get; set; } = ""; }
        public static class Program { public static void Run(ILogger logger, User user) { {{statements}} } }
        """;

    [Fact]
    public Task LeaksAreReportedWhereTheyAreWrittenAndNothingElseIs() => Verifier.Verify(Program("""
        Console.WriteLine({|INS3005:user.Email|});
        Console.Error.Write({|INS3005:user.Email|});
        System.Diagnostics.Debug.WriteLine({|INS3005:user.Email|});
        System.Diagnostics.Trace.TraceError({|INS3005:user.Email|});
        new StringWriter().Write(user.Email);
        Console.WriteLine(user.Id);
        Console.WriteLine(user);
        """));

    [Fact]
    public Task TheMessageNamesTheDataAndTheSink() => Verifier.VerifyMessage(Program("""Console.WriteLine({|#0:user.Email|});"""), "INS3005", "'User.Email' is personal data ([Pii]) and 'WriteLine' would write it to the console or to a trace, which are collected like logs; write an id instead, or leave it out");
}
