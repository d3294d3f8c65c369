using Instrumentation.Testing;

namespace Instrumentation.Generator.Tests.Privacy;

/// <summary>What could not be followed is said.</summary>
public sealed class INS3014Tests
{
    [Fact]
    public async Task CallsThatGoTooDeepAreReportedOnceAtTheMethod()
    {
        string Parameters(string name, int count) => string.Join(", ", Enumerable.Range(1, count).Select(i => $"string {name}{i}"));
        string Turned(string name, int count) => string.Join(", ", Enumerable.Range(2, count - 1).Append(1).Select(i => $"{name}{i}"));
        string Given(string first, int count) => string.Join(", ", Enumerable.Repeat("\"\"", count - 1).Prepend(first));

        var diagnostics = await AnalyzedProgram.Diagnose($$"""
            public class User { [Pii] public string Email = ""; }
            public static class Turner
            {
                public static int Start(User user) => Turn({{Given("user.Email", 7)}}, {{Given("user.Email.Trim()", 8)}}).Length;
                private static string Turn({{Parameters("a", 7)}}, {{Parameters("b", 8)}}) => a1.Length == 0 ? b1 : Turn({{Turned("a", 7)}}, {{Turned("b", 8)}});
            }
            """);

        Assert.Equal("'Turner.Turn' could not be followed to the end: it is too large, or its calls go too deep; leaks in it may not be reported", Assert.Single(diagnostics, static diagnostic => diagnostic.Id == "INS3014").GetMessage(null).Replace("What happens to personal data in ", ""));
    }

    [Fact]
    public async Task ARecursionThatDoesNotSettleIsReported()
    {
        // Each time round the text moves on by one member: it takes as many rounds as there are members.
        string Members(Func<int, string> member) => string.Concat(Enumerable.Range(1, 14).Select(member));
        var diagnostics = await AnalyzedProgram.Diagnose($$"""
            public class User { [Pii] public string Email = ""; }
            public class Line { {{Members(i => $"public string M{i} = \"\"; ")}} }
            public static class Program
            {
                internal static Line Run(User user, int n)
                {
                    var next = new Line();
                    if (n == 0) return next;
                    var line = Run(user, n - 1);
                    next.M1 = user.Email;
                    {{Members(i => i == 1 ? "" : $"next.M{i} = line.M{i - 1}; ")}}
                    return next;
                }
            }
            """);

        Assert.Contains("'Program.Run'", Assert.Single(diagnostics, static diagnostic => diagnostic.Id == "INS3014").GetMessage(null));
    }

    [Fact]
    public async Task OrdinaryRecursionIsFollowed()
    {
        var diagnostics = await AnalyzedProgram.Diagnose("""
            public class User { [Pii] public string Email = ""; }
            public static class Program { internal static string Run(User user, int n) => n == 0 ? user.Email : Run(user, n - 1) + "."; }
            """);

        Assert.DoesNotContain(diagnostics, static diagnostic => diagnostic.Id == "INS3014");
    }
}
