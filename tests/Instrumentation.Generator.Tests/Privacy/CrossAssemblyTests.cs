using Instrumentation.Testing;
using Microsoft.CodeAnalysis;
using Verifier = Instrumentation.Testing.RuleVerifier<Instrumentation.Generator.Privacy.PiiFlowAnalyzer>;

namespace Instrumentation.Generator.Tests.Privacy;

/// <summary>Data is followed through the methods of a referenced project that tells what they do.</summary>
public sealed class CrossAssemblyTests
{
    private const string Users = """
        namespace Acme;
        public class User { public int Id; [Pii] public string Email = ""; public string Country = ""; }

        """;

    [Fact]
    public Task WhatALibraryReturnsWithoutAMarkIsKnown() => Verify(Users + """
        public interface IDirectory { string Find(int id); }
        internal sealed class Directory : IDirectory { private readonly User _user = new(); public string Find(int id) => _user.Email.Trim(); }
        public sealed class Card
        {
            public Card(User user) { Line = $"{user.Email}"; Flag = user.Country; }
            public string Line { get; }
            public string Flag { get; }
            public string Shown => Text();
            private string Text() => "<" + Line + ">";
        }
        public static class Users
        {
            private static readonly User s_user = new();
            public static string Mail() => s_user.Email;
            public static async Task<string> MailAsync() { await Task.Yield(); return Mail(); }
            public static List<string> All() => new() { s_user.Email };
            public static (string Mail, string Country) Both() => (s_user.Email, s_user.Country);
            public static int Length() => s_user.Email.Length;
            public static string Country() => s_user.Country;
            public static string Hidden() => s_user.Email.Length > 3 ? "yes" : "no";
        }
        """, """
        using Acme;
        public class Service(ILogger<Service> logger, IDirectory directory, Card card)
        {
            public async Task Run()
            {
                logger.LogInformation("{A}", {|INS3001:Users.Mail()|});
                logger.LogInformation("{A}", await {|INS3001:Users.MailAsync()|});
                foreach (var mail in Users.All()) logger.LogInformation("{A}", {|INS3001:mail|});
                var both = Users.Both();
                logger.LogInformation("{A}", {|INS3001:both.Mail|});
                logger.LogInformation("{A}", both.Country);
                logger.LogInformation("{A}", Users.Length());
                logger.LogInformation("{A}", Users.Country());
                logger.LogInformation("{A}", Users.Hidden());
                logger.LogInformation("{A}", {|INS3001:directory.Find(1)|});
                logger.LogInformation("{A}", {|INS3001:card.Line|});
                logger.LogInformation("{A}", {|INS3001:card.Shown|});
                logger.LogInformation("{A}", card.Flag);
            }
        }
        """);

    [Fact]
    public Task WhatIsPutIntoOnePropertyOfAReferencedTypeIsNotInTheOthers() => Verify("""
        namespace Acme;
        public class User { [Pii] public string Email { get; set; } = ""; }
        public class Order { public string Contact { get; set; } = ""; public string Note { get; set; } = ""; public string Label => Contact + Note; }
        public class Placed
        {
            private readonly List<string> _log = new();
            public Order? Order { get; set; }
            public IList<string> Errors { get; set; } = new List<string>();
            public IReadOnlyList<string> Log => _log;
            public void AddError(string error) => Errors.Add(error);
        }
        public class LinkBuilder { public string User { get; set; } = ""; public string Text { get; set; } = ""; }
        """, """
        using Acme;
        public class Service(ILogger<Service> logger, User user)
        {
            public void Run()
            {
                var order = new Order { Contact = user.Email };
                logger.LogInformation("{A}", {|INS3001:order.Contact|});
                logger.LogInformation("{A}", order.Note);
                logger.LogInformation("{A}", {|INS3001:order.Label|});

                var placed = new Placed { Order = order };
                placed.AddError("late");
                foreach (var error in placed.Errors) logger.LogInformation("{A}", error);
                logger.LogInformation("{A}", Told(placed));
                logger.LogInformation("{A}", {|INS3001:placed.Order.Contact|});
                logger.LogInformation("{A}", {|INS3001:string.Join(", ", placed.Log)|});

                var link = new LinkBuilder { User = user.Email };
                logger.LogInformation("{A}", {|INS3001:link.Text|});
            }

            private static string Told(Placed placed) => placed.Errors[0];

            public void Fail()
            {
                var placed = new Placed();
                placed.AddError(user.Email);
                foreach (var error in placed.Errors) logger.LogInformation("{A}", {|INS3001:error|});
            }
        }
        """);

    [Fact]
    public Task WhatElseIsInAnObjectOfAReferencedTypeStaysApartInWhatIsCalled() => Verify("""
        namespace Acme;
        public class User { [Pii] public string Email { get; set; } = ""; }
        public class Phrase { public string Text { get; set; } = ""; public string Author { get; set; } = ""; }
        """, """
        using Acme;
        public class Phrases(User user)
        {
            private static string s_last = "";
            private static string s_author = "";
            public void Save(string text) => Keep(new Phrase { Text = text, Author = user.Email });
            private void Keep(Phrase phrase) { s_last = phrase.Text; s_author = phrase.Author; }
            public void Tell() { Console.WriteLine(s_last); Console.WriteLine({|INS3005:s_author|}); }
        }
        """);

    [Fact]
    public Task WhatALibraryWritesIsKnown() => Verify(Users + """
        public interface IAudit { void Note(string text); }
        internal sealed class LogAudit(ILogger logger) : IAudit { public void Note(string text) => Write(text.Trim()); private void Write(string text) => logger.LogInformation("{Text}", text); }
        public static class Audit
        {
            public static ILogger Logger = null!;
            public static void Write(string kind, string text) => Logger.LogInformation("{Text}", text);
            public static void WriteAll(params object[] values) => Logger.LogInformation("{Text}", string.Join(",", values));
            public static void Show<T>(T value) => Console.WriteLine(value);
            public static void Shout(this string text) => Console.WriteLine(text.ToUpperInvariant());
            public static void Keep(string text) => Logger.LogInformation("{Length}", text.Length);
            [PiiReviewed("It goes to the vault.")] public static void Vault(string text) => Logger.LogInformation("{Text}", text);
        }
        public class Unknown : Exception { public Unknown(string mail) : base($"Nobody is called {mail}") { } }
        """, """
        using Acme;
        public record Person(int Id, [property: Pii] string Name);
        public class Service(IAudit audit, User user, Person person)
        {
            public void Run()
            {
                audit.Note({|INS3001:user.Email|});
                audit.Note(user.Country);
                Audit.Write(user.Email, "text");
                Audit.Write("kind", {|INS3001:user.Email|});
                Audit.WriteAll(1, {|INS3001:user.Email|});
                Audit.Show({|INS3005:user.Email|});
                Audit.Show({|INS3005:person|});
                Audit.Show(user);
                {|INS3005:user.Email|}.Shout();
                Audit.Keep(user.Email);
                Audit.Vault(user.Email);
                throw new Unknown({|INS3004:user.Email|});
            }
        }
        """);

    [Fact]
    public Task WhatALibraryMakesHarmlessIsKnown() => Verify(Users + """
        public static class Text
        {
            public static string Mask(string text) => text.Length > 3 ? "***" : "*";
            public static string Last(string text) => text.Substring(text.Length - 4);
            public static string Kept(string kept, string forgotten) => kept + (forgotten.Length > 3 ? "!" : "?");
            public static string[] Stars(IEnumerable<string> texts) => texts.Select(text => "*").ToArray();
            public static string Wrap(this string text) => "<" + text + ">";
        }
        public class Formatter(string prefix) { public string Format(string text) => prefix + text.Length; public string Prefix() => prefix; }
        """, """
        using Acme;
        public class Service(ILogger<Service> logger, User user)
        {
            public void Run()
            {
                logger.LogInformation("{A}", Text.Mask(user.Email));
                logger.LogInformation("{A}", Text.Last({|INS3001:user.Email|}));
                logger.LogInformation("{A}", Text.Kept("a", user.Email));
                logger.LogInformation("{A}", Text.Kept({|INS3001:user.Email|}, "a"));
                logger.LogInformation("{A}", string.Join(",", Text.Stars([user.Email])));
                logger.LogInformation("{A}", {|INS3001:user.Email|}.Wrap());
                logger.LogInformation("{A}", new Formatter("a").Format(user.Email));
                logger.LogInformation("{A}", new Formatter({|INS3001:user.Email|}).Prefix());
            }
        }
        """);

    [Fact]
    public Task OfWhatOthersMayImplementNothingIsKnownToBeHarmless() => Verify(Users + """
        public interface IFormat { string Of(string text); }
        public sealed class Stars : IFormat { public string Of(string text) => "***"; }
        public sealed class Plain : IFormat { public string Of(string text) => text; }
        public interface IOther { string Of(string text); }
        public sealed class Other : IOther { public string Of(string text) => "***"; }
        public class Open { public virtual string Of(string text) => "***"; }
        """, """
        using Acme;
        public class Service(ILogger<Service> logger, User user, IFormat format, IOther other, Open open)
        {
            public void Run()
            {
                logger.LogInformation("{A}", new Stars().Of(user.Email));
                logger.LogInformation("{A}", new Plain().Of({|INS3001:user.Email|}));
                logger.LogInformation("{A}", format.Of({|INS3001:user.Email|}));
                logger.LogInformation("{A}", other.Of({|INS3001:user.Email|}));
                logger.LogInformation("{A}", open.Of({|INS3001:user.Email|}));
            }
        }
        """);

    [Fact]
    public async Task FactsGoThroughAProjectInBetween()
    {
        var inner = Generation.Of(Users + "public static class Users { public static string Mail(User user) => user.Email; public static void Log(string text) => Console.WriteLine(text); }");
        var outer = Generation.Of("namespace Between; public static class Relay { public static string Mail(Acme.User user) => Acme.Users.Mail(user); public static void Log(string text) => Acme.Users.Log(text); }", inner.Reference());

        await Verifier.Verify("""
            public class Service
            {
                public void Run(Acme.User user, ILogger logger)
                {
                    logger.LogInformation("{A}", {|INS3001:Between.Relay.Mail(user)|});
                    Between.Relay.Log({|INS3005:user.Email|});
                }
            }
            """, new RuleSetting(References: [inner.Reference(), outer.Reference()]));
    }

    [Fact]
    public async Task TheMessageNamesTheDataAndTheLibrarysMethod()
    {
        var library = Generation.Of(Users + "public static class Users { public static string Mail(User user) => user.Email; }");
        var found = await AnalyzedProgram.Diagnose(Generation.Of("public class Service { public void Run(Acme.User user, ILogger logger) => logger.LogInformation(\"{A}\", Acme.Users.Mail(user)); }", library.Reference()));

        Assert.StartsWith("'User.Email' is personal data ([Pii]) and 'LogInformation' would write it to the log", Assert.Single(found, static diagnostic => diagnostic.Id == "INS3001").GetMessage(), StringComparison.Ordinal);
    }

    [Fact]
    public void OnlyWhatSignaturesDoNotTellIsWritten()
    {
        var library = Generation.Of(Users + """
            public static class Users
            {
                public static string Mail(User user) => user.Email;
                public static void Log(int number, string text) => Console.WriteLine(text);
                public static string Mask(string text) => "***";
                public static string Echo(string text) => text;
                public static int Length(string text) => text.Length;
                [return: Pii] public static string Marked(User user) => user.Email;
                private static string Hidden(User user) => user.Email;
                internal static string Inner(User user) => user.Email;
            }
            """);

        Assert.Equal(
            """
            // <auto-generated/>
            #nullable enable
            #pragma warning disable

            [assembly: global::Instrumentation.InstrumentationPrivacyAttribute(
                "M:Acme.Users.Log(System.Int32,System.String)=1>console",
                "M:Acme.Users.Mail(Acme.User)=<F:Acme.User.Email",
                "M:Acme.Users.Mask(System.String)=!0")]

            """.ReplaceLineEndings("\n"), library.File("Privacy.g.cs"));
    }

    [Fact]
    public void FriendsAreToldOfInternalMembers()
    {
        var library = Generation.Of("[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"Friend\")]\n" + Users + "internal static class Users { internal static string Mail(User user) => user.Email; }");

        Assert.Contains("M:Acme.Users.Mail(Acme.User)", library.File("Privacy.g.cs"), StringComparison.Ordinal);
    }

    [Fact]
    public void ProgramsAndProjectsWithoutMarksTellNothing()
    {
        const string source = "public static class Users { public static void Log(string text) => Console.WriteLine(text); public static string Mail(User user) => user.Email; public static void Main() { } } public class User { [Pii] public string Email = \"\"; }";
        Assert.Contains(Generation.Of(source).Result.GeneratedSources, static file => file.HintName == "Privacy.g.cs");
        Assert.DoesNotContain(Generation.Of([new SourceFile("/app/Program.cs", source)], adjust: static options => options.WithOutputKind(OutputKind.ConsoleApplication)).Result.GeneratedSources, static file => file.HintName == "Privacy.g.cs");
        Assert.DoesNotContain(Generation.Of(source.Replace("[Pii] ", "", StringComparison.Ordinal)).Result.GeneratedSources, static file => file.HintName == "Privacy.g.cs");
    }

    // As the SDK does, through the assembly without bodies; and as a package does, through the whole one.
    private static async Task Verify(string library, string program)
    {
        var built = Generation.Of(library);
        await Verifier.Verify(program, new RuleSetting(References: [built.ReferenceAssembly()]));
        await Verifier.Verify(program, new RuleSetting(References: [built.Reference()]));
    }
}
