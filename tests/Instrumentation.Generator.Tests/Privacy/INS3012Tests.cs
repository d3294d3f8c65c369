using Verifier = Instrumentation.Testing.RuleVerifier<Instrumentation.Generator.Privacy.PiiUnreadAnalyzer>;

namespace Instrumentation.Generator.Tests.Privacy;

/// <summary>Marked data that nothing reads.</summary>
public sealed class INS3012Tests
{
    [Fact]
    public Task MembersThatAreOnlyWrittenAreReported() => Verifier.Verify("""
        public interface IKnown { string Known { get; } }
        public class Form : IKnown
        {
            [Pii] private string {|INS3012:_phone|} = "";
            [Pii] internal string {|INS3012:Mail|} { get; set; } = "";
            [Pii] private string _read = "";
            [Pii] private string _added = "";
            [Pii] public string Seen { get; set; } = "";
            [Pii] string IKnown.Known => "";
            private string _unmarked = "";
            public int Fill(string text) { _phone = text; Mail = text; _read = text; _unmarked = text; _added += text; return _read.Length; }
        }
        """);

    [Fact]
    public Task TheMessageSaysWhatToDo() => Verifier.VerifyMessage(
        "public class Form { [Pii] private string {|#0:_phone|} = \"\"; public void Fill(string text) => _phone = text; }",
        "INS3012",
        "'Form._phone' is marked [Pii] and nothing in the project reads it; remove it, or the mark, if it is not needed");
}
