using Instrumentation.Testing;
using Verifier = Instrumentation.Testing.RuleVerifier<Instrumentation.Generator.Privacy.PiiFlowAnalyzer>;

namespace Instrumentation.Generator.Tests.Privacy;

/// <summary>Personal data that leaves the process: reported only where the project asks for it.</summary>
public sealed class INS3008Tests
{
    private const string Program = """
        public class User { public int Id; [Pii] public string Email = ""; }
        public static class Program
        {
            public static void Run(User user)
            {
                File.WriteAllText("a", {|INS3008:user.Email|});
                File.WriteAllText("a", user.Id.ToString());
                System.Diagnostics.Process.Start("mail", {|INS3008:user.Email|});
                new System.Diagnostics.ProcessStartInfo("mail").ArgumentList.Add({|INS3008:user.Email|});
                new List<string>().Add(user.Email);
                _ = new System.Net.Http.HttpClient().GetAsync("https://a/" + {|INS3008:user.Email|});
            }
        }
        """;

    [Fact]
    public Task ItIsReportedWhereTheRuleIsOn() => Verifier.Verify(Program, new RuleSetting(EditorConfig: "dotnet_diagnostic.INS3008.severity = error"));

    [Fact]
    public async Task ItIsOffByDefault()
    {
        var source = System.Text.RegularExpressions.Regex.Replace(Program, @"\{\|INS3008:(.*?)\|\}", "$1");

        Assert.DoesNotContain(await AnalyzedProgram.Diagnose(source), static diagnostic => diagnostic.Id == "INS3008");
    }
}
