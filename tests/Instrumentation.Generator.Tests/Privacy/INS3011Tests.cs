using Verifier = Instrumentation.Testing.RuleVerifier<Instrumentation.Generator.Privacy.PiiFlowAnalyzer>;

namespace Instrumentation.Generator.Tests.Privacy;

/// <summary>Public methods that return personal data and do not say so.</summary>
public sealed class INS3011Tests
{
    [Fact]
    public Task OnlyMethodsThatOtherAssembliesSeeAndThatAreNotMarkedAreReported() => Verifier.Verify("""
        public class User { public int Id; [Pii] public string Email = ""; }
        public class Directory
        {
            public string {|INS3011:Mail|}(User user) => user.Email.Trim();
            public async Task<string> {|INS3011:MailAsync|}(User user) { await Task.Yield(); return Hidden(user); }
            [return: Pii] public string Marked(User user) => user.Email;
            public int Length(User user) => user.Email.Length;
            public string Echo(string text) => text;
            internal string Hidden(User user) => user.Email;
        }
        internal class Inner { public string Mail(User user) => user.Email; }
        """);

    [Fact]
    public Task TheMessageNamesTheMethodAndTheData() => Verifier.VerifyMessage("""
        public class User { [Pii] public string Email = ""; }
        public class Directory { public string {|#0:Mail|}(User user) => user.Email; }
        """, "INS3011", "'Directory.Mail' returns 'User.Email', which is personal data; mark it with [return: Pii], so that callers in other assemblies are checked too");
}
