using Instrumentation.Testing;
using Verifier = Instrumentation.Testing.RuleVerifier<Instrumentation.Generator.Privacy.PiiFlowAnalyzer>;

namespace Instrumentation.Generator.Tests.Privacy;

/// <summary>Personal data that is handed to a log.</summary>
public sealed class INS3001Tests
{
    /// <summary>A program around one statement.</summary>
    private static string Program(string statement, string declarations = "") => $$"""
        public class User
        {
            public int Id;
            [Pii(PiiKind.Email)] public string Email { get; set; } = "";
            [Pii] public string? Phone;
            [Pii] public DateTime BirthDate { get; set; }
            [Pii] public string[] Aliases { get; set; } = [];
            [return: Pii] public string FullName() => "";
            [return: Pii] public Task<string> LoadName() => Task.FromResult("");
            public string Plan { get; set; } = "";
        }
        {{declarations}}
        public static class Program
        {
            public static async Task Run(ILogger logger, User user, User? other, bool flag)
            {
                await Task.Yield();
                {{statement}}
            }
        }
        """;

    public static TheoryData<string> Leaks =>
    [
        """logger.LogInformation("{Mail}", {|INS3001:user.Email|});""",
        """logger.LogTrace({|INS3001:user.Email|});""",
        """logger.LogDebug("a", {|INS3001:user.Phone|});""",
        """logger.LogWarning(new EventId(1), "{Id} {Mail}", user.Id, {|INS3001:user.Email|});""",
        """logger.LogError(new Exception(), "{Mail}", {|INS3001:user.Email|});""",
        """logger.LogCritical("{Mail}{Phone}", {|INS3001:user.Email|}, {|INS3001:user.Phone|});""",
        """logger.Log(LogLevel.Information, "{Mail}", {|INS3001:user.Email|});""",
        """LoggerExtensions.LogInformation(logger, "{Mail}", {|INS3001:user.Email|});""",
        """logger.LogInformation($"Mail {{|INS3001:user.Email|}}");""",
        """logger.LogInformation($"Mail {{|INS3001:user.Email|},20}");""",
        """logger.LogInformation("Mail " + {|INS3001:user.Email|} + "!");""",
        """logger.LogInformation("{Mail}", other?{|INS3001:.Email|});""",
        """logger.LogInformation("{Mail}", {|INS3001:other!.Email|});""",
        """logger.LogInformation("{Phone}", {|INS3001:user.Phone|} ?? "none");""",
        """logger.LogInformation("{Phone}", user.Plan ?? {|INS3001:user.Phone|});""",
        """logger.LogInformation("{Mail}", flag ? {|INS3001:user.Email|} : "none");""",
        """logger.LogInformation("{Mail}", flag switch { true => {|INS3001:user.Email|}, _ => "none" });""",
        """logger.LogInformation("{Mail}", new object[] { user.Id, {|INS3001:user.Email|} });""",
        """logger.LogInformation("{Mail}", args: [{|INS3001:user.Email|}]);""",
        """logger.LogInformation(message: "{Mail}", args: {|INS3001:user.Email|});""",
        """logger.LogInformation(args: new object?[] { {|INS3001:user.Phone|} }, message: "{Phone}");""",
        """logger.LogInformation("{Mail}", (object){|INS3001:user.Email|});""",
        """logger.LogInformation("{Mail}", {|INS3001:user.Email|}.Trim().ToLowerInvariant());""",
        """logger.LogInformation("{Mail}", {|INS3001:user.Email|}[..3]);""",
        """logger.LogInformation("{Mail}", string.Format("{0}", {|INS3001:user.Email|}));""",
        """logger.LogInformation("{Phone}", {|INS3001:user.Phone|}?.Trim());""",
        """logger.LogInformation("{Alias}", {|INS3001:user.Aliases|}[0]);""",
        """logger.LogInformation("{Aliases}", string.Join(", ", {|INS3001:user.Aliases|}));""",
        """logger.LogInformation("{Born}", {|INS3001:user.BirthDate|});""",
        """logger.LogInformation("{Born}", {|INS3001:user.BirthDate|}.ToString("d"));""",
        """logger.LogInformation("{Name}", {|INS3001:user.FullName()|});""",
        """logger.LogInformation("{Name}", await {|INS3001:user.LoadName()|});""",
        """logger.LogInformation("{Both}", (user.Id, {|INS3001:user.Email|}));""",
        """logger.LogInformation("{Both}", new { user.Id, {|INS3001:user.Email|} });""",
        """using (logger.BeginScope("{Mail}", {|INS3006:user.Email|})) { }""",
        """using (logger.BeginScope({|INS3006:user.Email|})) { }""",
        """using (logger.BeginScope(new Dictionary<string, object> { ["mail"] = {|INS3006:user.Email|} })) { }""",
        """using (logger.BeginScope(new List<KeyValuePair<string, object>> { new("mail", {|INS3006:user.Email|}) })) { }""",
        """logger.Log(LogLevel.Information, default, {|INS3001:user.Email|}, null, (state, _) => state);""",
        """logger.Log(LogLevel.Information, default, 1, null, (state, _) => $"{{|INS3001:user.Email|}}");""",
        """Action log = () => logger.LogInformation("{Mail}", {|INS3001:user.Email|}); log();""",
        """void Log() => logger.LogInformation("{Mail}", {|INS3001:user.Email|}); Log();""",
    ];

    public static TheoryData<string> Harmless =>
    [
        """logger.LogInformation("{Id}", user.Id);""",
        """logger.LogInformation("{Plan}", user.Plan);""",
        """logger.LogInformation("{Length}", user.Email.Length);""",
        """logger.LogInformation($"Length {user.Email.Length} {user.Phone?.Length}");""",
        """logger.LogInformation("{HasMail}", user.Email is null);""",
        """logger.LogInformation("{HasMail}", user.Email == "");""",
        """logger.LogInformation("{HasMail}", string.IsNullOrEmpty(user.Email));""",
        """logger.LogInformation("{HasMail}", user.Email.Contains('@') ? "yes" : "no");""",
        """logger.LogInformation("{Name}", nameof(user.Email));""",
        """logger.LogInformation("{Count}", user.Aliases.Length);""",
        """logger.LogInformation("{Hash}", Hash(user.Email)); static int Hash(string text) => text.Length;""",
        """if (user.Email != "") logger.LogInformation("There is one.");""",
        """logger.LogInformation("{User}", other?.Id);""",
        """logger.IsEnabled(LogLevel.Debug); logger.LogInformation(new EventId(user.Id), "a");""",
    ];

    [Theory]
    [MemberData(nameof(Leaks))]
    public Task MarkedDataInALogIsReportedWhereItIsRead(string statement) => Verifier.Verify(Program(statement));

    [Theory]
    [MemberData(nameof(Harmless))]
    public Task WhatDoesNotTellTheDataIsSilent(string statement) => Verifier.Verify(Program(statement));

    [Fact]
    public Task TheMessageNamesTheDataAndTheLog() => Verifier.VerifyMessage(
        Program("""logger.LogInformation("{Mail}", {|#0:user.Email|});"""),
        "INS3001",
        "'User.Email' is personal data ([Pii]) and 'LogInformation' would write it to the log, where everybody who reads logs can see it; log an id instead, leave it out, or pass it through a redactor");

    [Fact]
    public Task MarkedParametersAreReported() => Verifier.Verify("""
        public static class Program
        {
            public static void Run(ILogger logger, [Pii] string mail, string plan) => logger.LogInformation("{Mail} {Plan}", {|INS3001:mail|}, plan);
            public static void Lambda(ILogger logger) { var run = ([Pii] string mail) => logger.LogInformation("{Mail}", {|INS3001:mail|}); run(""); }
        }
        """);

    [Fact]
    public Task RecordsAreMarkedByTheirParametersAndByTheirProperties() => Verifier.Verify("""
        public record User([Pii] string Email, [property: Pii] string Phone, string Plan);
        public static class Program
        {
            public static void Run(ILogger logger, User user) => logger.LogInformation("{Mail} {Phone} {Plan}", {|INS3001:user.Email|}, {|INS3001:user.Phone|}, user.Plan);
        }
        """);

    [Fact]
    public Task ValuesOfMarkedTypesAreReportedAndTheirTextsTooButNotTheirIds() => Verifier.Verify("""
        [Pii] public class Person { public int Id; public Guid Key; public string Name = ""; public Address Home { get; } = new(); public bool IsActive; }
        public class Employee : Person { }
        [Pii] public readonly struct Mail { }
        [Pii] public interface IPersonal { }
        public class Guest : IPersonal { }
        public class Address { public string City = ""; }
        public static class Program
        {
            public static void Run(ILogger logger, Person person, Employee employee, Mail? mail, Guest guest, List<Person> people, Address address)
            {
                logger.LogInformation("{A} {B} {C} {D}", {|INS3001:person|}, {|INS3001:employee|}, {|INS3001:mail|}, {|INS3001:guest|});
                logger.LogInformation("{A} {B}", {|INS3001:people|}, {|INS3001:people|}[0]);
                logger.LogInformation("{A} {B}", {|INS3001:new Person()|}, {|INS3001:people|}.First());
                foreach (var one in people) logger.LogInformation("{A}", {|INS3001:one|});
                logger.LogInformation("{A} {B}", {|INS3001:person|}.Name, {|INS3001:person|}.Home.City);
                logger.LogInformation("{A} {B} {C} {D} {E}", person.Id, person.Key, person.IsActive, people.Count, address.City);
            }
        }
        """);

    [Fact]
    public Task AMarkedObjectIsToldByItsParts() => Verifier.Verify("""
        public class Address { public string City = ""; public int Number; }
        public class User { [Pii] public Address Home = new(); }
        public static class Program
        {
            public static void Run(ILogger logger, User user) => logger.LogInformation("{A} {B} {C}", {|INS3001:user.Home|}, {|INS3001:user.Home|}.City, user.Home.Number);
        }
        """);

    [Fact]
    public Task AnOverrideKeepsTheMark() => Verifier.Verify("""
        public abstract class Base { [Pii] public abstract string Email { get; } [return: Pii] public virtual string Name() => ""; public virtual void Log(ILogger logger, [Pii] string mail) { } }
        public class User : Base
        {
            public override string Email => "";
            public override string Name() => "";
            public override void Log(ILogger logger, string mail) => logger.LogInformation("{A}", {|INS3001:mail|});
        }
        public static class Program
        {
            public static void Run(ILogger logger, User user) => logger.LogInformation("{A} {B}", {|INS3001:user.Email|}, {|INS3001:user.Name()|});
        }
        """);

    [Fact]
    public Task TheMarkOfAnInterfacesMemberHoldsForTheClass() => Verifier.Verify("""
        public interface IUser<T> { [Pii] string Email { get; } [return: Pii] string Name(); void Log(ILogger logger, [Pii] T mail); }
        public class User : IUser<string>
        {
            public string Email => "";
            public string Name() => "";
            public void Log(ILogger logger, string mail) => logger.LogInformation("{A}", {|INS3001:mail|});
            public string Plan => "";
        }
        public static class Program
        {
            public static void Run(ILogger logger, User user) => logger.LogInformation("{A} {B} {C}", {|INS3001:user.Email|}, {|INS3001:user.Name()|}, user.Plan);
        }
        """);

    [Fact]
    public Task DataClassificationsCountAsMarksAndNoClassificationDoesNot() => Verifier.Verify("""
        namespace Microsoft.Extensions.Compliance.Classification
        {
            public abstract class DataClassificationAttribute : Attribute;
            public sealed class NoDataClassificationAttribute : DataClassificationAttribute;
        }
        namespace Other { public abstract class DataClassificationAttribute : Attribute; public sealed class UnrelatedAttribute : DataClassificationAttribute; }
        namespace Acme
        {
            public class PrivateAttribute : Microsoft.Extensions.Compliance.Classification.DataClassificationAttribute;
            public sealed class SecretAttribute : PrivateAttribute;
            public class User
            {
                [Private] public string Email = "";
                [Secret] public string Phone = "";
                [Microsoft.Extensions.Compliance.Classification.NoDataClassification] public string Plan = "";
                [Other.Unrelated] public string Country = "";
                [return: Secret] public string Name() => "";
            }
            public static class Program
            {
                public static void Run(ILogger logger, User user) =>
                    logger.LogInformation("{A}{B}{C}{D}{E}", {|INS3001:user.Email|}, {|INS3001:user.Phone|}, {|INS3001:user.Name()|}, user.Plan, user.Country);
            }
        }
        """);

    [Fact]
    public Task LoggerMessageMethodsAreLogs() => Verifier.Verify("""
        public class User { [Pii] public string Email = ""; public int Id; }
        public static partial class Log
        {
            [LoggerMessage(Level = LogLevel.Information, Message = "{Id} {Mail}")] public static partial void SignedIn(ILogger logger, int id, string mail);
            public static partial void SignedIn(ILogger logger, int id, string mail) { }
            [LoggerMessage(Level = LogLevel.Information, Message = "{Mail}")] public static partial void Declared(ILogger logger, [Pii] string {|INS3001:mail|});
            public static partial void Declared(ILogger logger, string mail) { }
        }
        public static class Program { public static void Run(ILogger logger, User user) { Log.SignedIn(logger, user.Id, {|INS3001:user.Email|}); Log.SignedIn(logger, 1, ""); } }
        """);

    [Fact]
    public Task LoggersOfOnesOwnAreLogs() => Verifier.Verify("""
        public class User { [Pii] public string Email = ""; }
        public sealed class Quiet : ILogger
        {
            public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;
            public bool IsEnabled(LogLevel level) => false;
            public void Log<TState>(LogLevel level, EventId id, TState state, Exception? exception, Func<TState, Exception?, string> formatter) { }
        }
        public sealed class NoLog { public void Log(string text) { } }
        public static class Program
        {
            public static void Run(Quiet quiet, ILogger<User> typed, NoLog none, User user)
            {
                quiet.Log(LogLevel.Information, default, {|INS3001:user.Email|}, null, static (state, _) => state);
                typed.LogInformation("{A}", {|INS3001:user.Email|});
                none.Log(user.Email);
            }
        }
        """);

    [Fact]
    public Task AReviewWithAReasonSilencesTheMethodItStandsOn() => Verifier.Verify("""
        public class User
        {
            [Pii] public string Email { get; set; } = "";
            [PiiReviewed("Audit log, read by nobody but the auditors.", Ticket = "SEC-12", Expires = "2030-01-31")]
            public void Reviewed(ILogger logger) { logger.LogInformation("{A}", Email); Action run = () => logger.LogInformation("{A}", Email); run(); }
            [PiiReviewed("Reviewed.")] public int Property { get { s_logger.LogInformation("{A}", Email); return 1; } }
            [PiiReviewed("Reviewed.")] public User() => s_logger.LogInformation("{A}", Email);
            [PiiReviewed(" ")] public void Empty(ILogger logger) => logger.LogInformation("{A}", {|INS3001:Email|});
            public void NotReviewed(ILogger logger) => logger.LogInformation("{A}", {|INS3001:Email|});
            private static readonly ILogger s_logger = null!;
        }
        """);

    [Fact]
    public Task PragmasSuppressMessageAndEditorConfigWork() => Verifier.Verify("""
        public class User { [Pii] public string Email = ""; }
        public static class Program
        {
            public static void Pragma(ILogger logger, User user)
            {
        #pragma warning disable INS3001 // the reason
                logger.LogInformation("{A}", user.Email);
        #pragma warning restore INS3001
            }
            [System.Diagnostics.CodeAnalysis.SuppressMessage("Instrumentation.Privacy", "INS3001", Justification = "The reason.")]
            public static void Attribute(ILogger logger, User user) => logger.LogInformation("{A}", user.Email);
        }
        """);

    [Fact]
    public Task EditorConfigTurnsTheRuleOff() =>
        Verifier.Verify(Program("""logger.LogInformation("{Mail}", user.Email);"""), new RuleSetting(EditorConfig: "dotnet_diagnostic.INS3001.severity = none"));

    [Fact]
    public Task DataThatTakesADetourIsSeen() => Verifier.Verify(Program("""
        var mail = user.Email;
        logger.LogInformation("{Mail}", {|INS3001:mail|});
        var text = new System.Text.StringBuilder().Append(user.Email).ToString();
        logger.LogInformation("{Text}", {|INS3001:text|});
        """));

    [Fact]
    public Task WhatAnEventHoldsBeyondItsBaseIsSeenWhereTheBaseIsLoggedWhole() => Verifier.Verify("""
        public abstract class Event { [Pii] public string? Address { get; set; } public string Name { get; set; } = ""; }
        public class SignedIn : Event { public SignedIn(string user) => User = user; [Pii] public string User { get; set; } }
        public class SignedOut : Event { }
        public interface ISink { void Persist(Event data); }
        public class Sink(ILogger<Sink> logger) : ISink
        {
            public void Persist(Event data) => logger.LogInformation("{@Event}", {|INS3001:{|INS3001:data|}|});
        }
        public class Endpoint(ISink sink)
        {
            public void In(string name) => sink.Persist(new SignedIn(name));
            public void Out() => sink.Persist(new SignedOut());
        }
        """);
}
