using System.Text.Json;
using Instrumentation.Testing;

namespace Instrumentation.Operations.Tests.Commands;

/// <summary>What <c>audit</c> tells of personal data.</summary>
public sealed class AuditTests : IDisposable
{
    private const string Source = """
        namespace Acme;
        public record User(int Id, [property: Pii(PiiKind.Email)] string Email, [property: Pii(PiiKind.Phone, Redaction = Redaction.Hash)] string Phone, [property: Pii] string Note);
        public class Service(ILogger<Service> logger, Microsoft.Extensions.Compliance.Redaction.Redactor redactor)
        {
            [Traced] public void Enter([Tag(Path = "Phone")] User user) { }
            [PiiReviewed("The law asks for it | §7.", Ticket = "SEC-12", Expires = "2030-12-31")]
            public void Keep(User user) => Write(user.Email);
            private void Write(string text) => logger.LogInformation("{Text}", text);
            public void Show(User user) => logger.LogInformation("{Mail}", redactor.Redact(user.Email));
            public void Bad(User user) => logger.LogInformation("{Mail}", user.Email);
            [PiiReviewed("Was needed once.")] public void Idle() { }
        }
        """;

    // As the packages have them.
    private const string Compliance = """
        namespace Microsoft.Extensions.Compliance.Redaction { public abstract class Redactor { public string Redact(string text) => ""; } }
        namespace Microsoft.Extensions.Compliance.Classification { public class DataClassificationAttribute : Attribute; }
        namespace Acme { public sealed class PrivateDataAttribute : Microsoft.Extensions.Compliance.Classification.DataClassificationAttribute; public class Account { [PrivateData] public string Iban = ""; } }
        """;

    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public void ThePageListsMembersFlowsRedactorsAndReviews()
    {
        var answer = Tool.Run("audit", Build(followed: true));

        Assert.Equal((0, ""), (answer.ExitCode, answer.Errors));
        Assert.Equal(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Golden", "AUDIT.md")).ReplaceLineEndings("\n"), answer.Output);
    }

    [Fact]
    public void TheFilesAreWrittenBesideAPackAndAreTheSameAgain()
    {
        var assembly = Build(followed: true);
        var folder = Path.Combine(_scratch.Folder, "pack");
        Tool.Run("generate", assembly, "--output", folder);
        var before = _scratch.Files("pack");

        Assert.Equal("created    docs/privacy/AUDIT.md\ncreated    docs/privacy/audit.json\n", Tool.Run("audit", assembly, "--output", folder).Output);
        Assert.Equal("unchanged  docs/privacy/AUDIT.md\nunchanged  docs/privacy/audit.json\n", Tool.Run("audit", assembly, "--output", folder).Output);
        Tool.Run("generate", assembly, "--output", folder);

        var after = _scratch.Files("pack");
        Assert.Equal(before.Keys.Concat(["docs/privacy/AUDIT.md", "docs/privacy/audit.json"]).Order(StringComparer.Ordinal), after.Keys.Order(StringComparer.Ordinal));
        Assert.All(before, file => Assert.Equal(file.Value, after[file.Key]));
    }

    [Fact]
    public void TheJsonSaysTheSame()
    {
        var folder = Path.Combine(_scratch.Folder, "pack");
        Tool.Run("audit", Build(followed: true), "--output", folder);

        using var json = JsonDocument.Parse(_scratch.Files("pack")["docs/privacy/audit.json"]);
        var assembly = json.RootElement.GetProperty("assemblies")[0];
        var mail = assembly.GetProperty("members").EnumerateArray().Single(static member => member.GetProperty("member").GetString() == "Acme.User.Email");
        var states = mail.GetProperty("flows").EnumerateArray().Select(static flow => flow.GetProperty("state").GetString());
        var accepted = mail.GetProperty("flows").EnumerateArray().First(static flow => flow.GetProperty("state").GetString() == "accepted").GetProperty("acceptedBy");

        Assert.Equal(["accepted", "open", "redacted"], states.Order(StringComparer.Ordinal));
        Assert.Equal(("Acme.Service.Keep", "The law asks for it | §7.", "SEC-12", "2030-12-31"),
            (accepted.GetProperty("member").GetString(), accepted.GetProperty("reason").GetString(), accepted.GetProperty("ticket").GetString(), accepted.GetProperty("expires").GetString()));
        Assert.Equal("Acme.Service.Idle", assembly.GetProperty("unusedReviews")[0].GetProperty("member").GetString());
    }

    [Fact]
    public void WhereTheBuildDidNotFollowTheDataThePageSaysSo()
    {
        var page = Tool.Run("audit", Build(followed: false)).Output;

        Assert.Contains("InstrumentationPrivacyReport", page, StringComparison.Ordinal);
        Assert.Contains("`Acme.User.Email`", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Reviews that accept nothing", page, StringComparison.Ordinal);
    }

    [Fact]
    public void AFileThatSomebodyWroteIsLeftAlone()
    {
        var folder = Path.Combine(_scratch.Folder, "pack");
        _scratch.Write("pack/docs/privacy/AUDIT.md", "mine");

        var answer = Tool.Run("audit", Build(followed: true), "--output", folder);

        Assert.Equal(2, answer.ExitCode);
        Assert.Equal("mine", _scratch.Files("pack")["docs/privacy/AUDIT.md"]);
    }

    private string Build(bool followed)
    {
        var program = Generation.Of([new SourceFile("/app/Service.cs", Source), new SourceFile("/app/Compliance.cs", Compliance)], assemblyName: "Acme", properties: followed ? new Dictionary<string, string> { ["InstrumentationPrivacyReport"] = "true" } : null);
        return _scratch.Write("bin/Acme.dll", program.Emit());
    }
}
