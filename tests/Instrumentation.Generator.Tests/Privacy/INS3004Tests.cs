using Verifier = Instrumentation.Testing.RuleVerifier<Instrumentation.Generator.Privacy.PiiFlowAnalyzer>;

namespace Instrumentation.Generator.Tests.Privacy;

/// <summary>Personal data in the text of an exception. The corpus has the breadth; here is where and what is reported.</summary>
public sealed class INS3004Tests
{
    [Fact]
    public Task MessagesAreReportedAndParameterNamesAreNot() => Verifier.Verify("""
        public class User { public int Id; [Pii] public string Email = ""; }
        public class Missing(string who) : Exception("missing " + who);
        public static class Program
        {
            public static void A(User user) => throw new InvalidOperationException({|INS3004:user.Email|});
            public static void B(User user) => throw new ArgumentException("bad", paramName: nameof(user.Email));
            public static void C(User user) => throw new ArgumentOutOfRangeException("mail", {|INS3004:user.Email|}, "bad");
            public static void D(User user) => throw new Missing({|INS3004:user.Email|});
            public static void E(User user) => throw new InvalidOperationException($"user {user.Id}");
        }
        """);

    [Fact]
    public Task TheMessageNamesTheDataAndTheException() => Verifier.VerifyMessage("""
        public class User { [Pii] public string Email = ""; }
        public static class Program { public static void A(User user) => throw new InvalidOperationException({|#0:user.Email|}); }
        """, "INS3004", "'User.Email' is personal data ([Pii]) and 'InvalidOperationException' would carry it in its message, which ends in logs, traces and error pages; name an id instead");
}
