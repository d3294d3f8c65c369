using Instrumentation.Testing;
using Verifier = Instrumentation.Testing.RuleVerifier<Instrumentation.Generator.Privacy.PiiFlowAnalyzer>;

namespace Instrumentation.Generator.Tests.Privacy;

/// <summary>The ways in which a report is turned off, for each kind of leak.</summary>
public sealed class SuppressionTests
{
    public static TheoryData<string, string> Leaks => new()
    {
        { "INS3001", "logger.LogInformation(\"{Mail}\", user.Email);" },
        { "INS3002", "System.Diagnostics.Activity.Current!.SetTag(\"mail\", user.Email);" },
        { "INS3003", "counter.Add(1, new KeyValuePair<string, object?>(\"mail\", user.Email));" },
        { "INS3004", "throw new ArgumentException(user.Email);" },
        { "INS3005", "Console.WriteLine(user.Email);" },
        { "INS3006", "logger.BeginScope(\"{Mail}\", user.Email);" },
        { "INS3007", "logger.LogInformation(System.Text.Json.JsonSerializer.Serialize(user));" },
    };

    [Theory]
    [MemberData(nameof(Leaks))]
    public async Task ItIsReported(string id, string leak)
    {
        var found = await AnalyzedProgram.Diagnose(Program(leak));

        Assert.Contains(found, diagnostic => diagnostic.Id == id);
    }

    [Theory]
    [MemberData(nameof(Leaks))]
    public Task APragmaTurnsItOff(string id, string leak) => Verifier.Verify(Program($"\n#pragma warning disable {id} // the reason\n{leak}\n#pragma warning restore {id}\n"));

    [Theory]
    [MemberData(nameof(Leaks))]
    public Task SuppressMessageTurnsItOff(string id, string leak) =>
        Verifier.Verify(Program(leak, $"[System.Diagnostics.CodeAnalysis.SuppressMessage(\"Instrumentation.Privacy\", \"{id}\", Justification = \"The reason.\")]"));

    [Theory]
    [MemberData(nameof(Leaks))]
    public Task EditorConfigTurnsItOff(string id, string leak) => Verifier.Verify(Program(leak), new RuleSetting(EditorConfig: $"dotnet_diagnostic.{id}.severity = none\n"));

    [Theory]
    [MemberData(nameof(Leaks))]
    public Task AReviewTurnsItOff(string id, string leak) => Verifier.Verify(Program(leak, $"[PiiReviewed(\"Reason for {id}.\")]"));

    private static string Program(string leak, string attribute = "") => $$"""
        public record User(int Id, [property: Pii] string Email);
        public class Service(ILogger logger, System.Diagnostics.Metrics.Counter<int> counter)
        {
            {{attribute}}
            public void Run(User user)
            {
                _ = (logger, counter);
                {{leak}}
            }
        }
        """;
}
