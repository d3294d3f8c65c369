using Instrumentation.Testing;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Tests.Privacy;

/// <summary>What is recorded of a value that is marked and tagged.</summary>
[Collection(nameof(RedactionBehaviourTests))]
public sealed class RedactionBehaviourTests : IDisposable
{
    private const string Shop = """
        public class User
        {
            [Pii(PiiKind.Email, Redaction = Redaction.Hash)] public string? Email = "ada@example.com";
            [Pii(Redaction = Redaction.Hash)] public int Pin = 1234;
            [Pii(Redaction = Redaction.Erase)] public DateOnly Born = new(1815, 12, 10);
        }
        [Pii(Redaction = Redaction.Hash)] public class Person { public string Name = "Ada"; public int Id = 7; }
        public static class Program
        {
            public static void Run() { Sign(new User(), new Person(), "Ada", "1815"); Enter(new User { Email = null }); }
            public static void Mail() => Enter(new User());
            [Traced]
            [return: Pii(Redaction = Redaction.Hash), Tag("answer")]
            public static string Sign([Tag(Path = "Email")] User user, [Tag("person", Path = "Name"), Tag("person.id", Path = "Id")] Person person,
                [Pii(Redaction = Redaction.Hash), Tag] string name, [Pii(Redaction = Redaction.Erase), Tag] string year) => "yes";
            [Traced, BusinessMetric("app.entries", Tags = ["user.Email", "user.Pin"])]
            public static void Enter([Tag(Path = "Email"), Tag("pin", Path = "Pin"), Tag("born", Path = "Born")] User user) { }
        }
        """;

    public RedactionBehaviourTests() => ValueRedactor.Current = null;

    public void Dispose() => ValueRedactor.Current = null;

    [Fact]
    public void TheRedactorMakesWhatIsRecorded()
    {
        ValueRedactor.Current = new Visible();
        var (sign, enter) = Run();

        Assert.Equal("Hash:ada@example.com", sign["user.email"]);
        Assert.Equal("Hash:Ada", sign["person"]);
        Assert.Equal(7L, sign["person.id"]);
        Assert.Equal("Hash:Ada", sign["name"]);
        Assert.Equal("Erase:1815", sign["year"]);
        Assert.Equal("Hash:yes", sign["answer"]);
        Assert.Equal("Hash:1234", enter["pin"]);
        Assert.Equal("Erase:1815-12-10", enter["born"]);
        Assert.DoesNotContain("user.email", enter.Keys);
    }

    [Fact]
    public void WithoutARedactorNothingIsLeft()
    {
        var (sign, enter) = Run();

        foreach (var key in new[] { "user.email", "person", "name", "year", "answer" }) Assert.Equal("", sign[key]);
        Assert.Equal("", enter["pin"]);
    }

    [Fact]
    public void ARedactorThatFailsCostsTheTagAndNothingElse()
    {
        ValueRedactor.Current = new Failing();
        var (sign, _) = Run();

        Assert.DoesNotContain("name", sign.Keys);
        Assert.Equal(7L, sign["person.id"]);
    }

    [Fact]
    public void LabelsAreRedactedToo()
    {
        ValueRedactor.Current = new Visible();
        using var program = Generation.Of(Shop).Load();
        using var recorder = new TelemetryRecorder(program.Name);

        program.Call("Mail");

        var tags = Assert.Single(recorder.Measurements, static measurement => measurement.Instrument == "app.entries").Tags;
        Assert.Equal("Hash:ada@example.com", tags["user.email"]);
        Assert.Equal("Hash:1234", tags["user.pin"]);
    }

    [Fact]
    public async Task ARedactedTagIsNoLeakAndARedactedLabelIsStillUnbounded()
    {
        var found = (await AnalyzedProgram.Diagnose(Shop)).Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning).Select(static diagnostic => diagnostic.Id).Distinct();

        Assert.Equal(["INS2006"], found);
    }

    [Fact]
    public async Task WithoutRedactionItIsALeak()
    {
        var found = await AnalyzedProgram.Diagnose(Shop.Replace("Redaction = Redaction.Hash", "", StringComparison.Ordinal).Replace("PiiKind.Email, ", "PiiKind.Email", StringComparison.Ordinal));

        Assert.Contains(found, static diagnostic => diagnostic.Id == "INS3002");
        Assert.Contains(found, static diagnostic => diagnostic.Id == "INS3003");
    }

    [Fact]
    public async Task TheValuesOfWhatIsRedactedCannotBeListed()
    {
        var found = await AnalyzedProgram.Diagnose("public static class Program { [Traced] public static void M([Pii(Redaction = Redaction.Hash), Tag(Values = [\"a\"])] string name) { } }");

        Assert.Contains("leave Values out", Assert.Single(found, static diagnostic => diagnostic.Id == "INS1003").GetMessage(), StringComparison.Ordinal);
    }

    private static (IReadOnlyDictionary<string, object?> Sign, IReadOnlyDictionary<string, object?> Enter) Run()
    {
        using var program = Generation.Of(Shop).Load();
        using var recorder = new TelemetryRecorder(program.Name);
        program.Call("Run");
        return (recorder.Spans[0].TagObjects.ToDictionary(), recorder.Spans[1].TagObjects.ToDictionary());
    }

    private sealed class Visible : ValueRedactor
    {
        public override string Redact(string value, Redaction redaction) => $"{redaction}:{value}";
    }

    private sealed class Failing : ValueRedactor
    {
        public override string Redact(string value, Redaction redaction) => throw new InvalidOperationException();
    }
}
