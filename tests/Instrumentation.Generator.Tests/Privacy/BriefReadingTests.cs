using Instrumentation.Generator.Flow;
using Instrumentation.Generator.Privacy;
using Instrumentation.Generator.Privacy.Summaries;
using Instrumentation.Testing;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Tests.Privacy;

/// <summary>What other projects are told is found out without binding all code, by the words in it; that must not leave anything out.</summary>
public sealed class BriefReadingTests
{
    private const string User = """
        namespace Acme;
        public class User { public int Id; [Pii] public string Email = ""; }

        """;

    private static readonly MetadataReference s_base = Generation.Of([new SourceFile("/base.cs", "namespace Base; public class Person { [Pii] public string Phone { get; set; } = \"\"; } public record Card([Pii] string Owner); public class Holder { [field: Pii] public string Secret { get; set; } = \"\"; } public record Slip([field: Pii] string Note); public static class Finder { [return: Pii] public static string Find() => \"\"; } public interface ISender { string Send([Pii] string to); }")], assemblyName: "Base").Reference();

    [Theory]
    [InlineData("a member", "public static string Mail(User user) => user.Email;", "M:Acme.A.Mail(Acme.User)=<")]
    [InlineData("by way of a private method", "public static string Mail(User user) => Inner(user); private static string Inner(User user) => user.Email;", "M:Acme.A.Mail(Acme.User)=<")]
    [InlineData("what a record writes", "public record Card([Pii] string Owner); public static string Text(Card card) => $\"{card}\";", "M:Acme.A.Text(Acme.A.Card)=<")]
    [InlineData("what a serializer writes", "public class Client { [Pii] public string Phone { get; set; } = \"\"; } public static string Text(Client client) => System.Text.Json.JsonSerializer.Serialize(client);", "M:Acme.A.Text(Acme.A.Client)=<")]
    [InlineData("a type that is marked", "[Pii] public class Secret { public string Text { get; set; } = \"\"; public string Again() => Text; } public static string Of(Secret secret) => secret.Text;", "M:Acme.A.Of(Acme.A.Secret)=<")]
    [InlineData("a mark of an interface", "public interface IPerson { [Pii] string Phone { get; } } public class Person : IPerson { public string Phone => \"1\"; } public static string Of(Person person) => person.Phone;", "M:Acme.A.Of(Acme.A.Person)=<")]
    [InlineData("a parameter that a library's interface marks", "public class Sender : Base.ISender { public string Send(string x) => x; }", "M:Acme.A.Sender.Send(System.String)=<")]
    [InlineData("a library's marked result", "public static string Of() => Base.Finder.Find();", "M:Acme.A.Of=<")]
    [InlineData("a field of a library's record", "public static string Of(Base.Slip slip) => slip.Note;", "M:Acme.A.Of(Base.Slip)=<")]
    [InlineData("a message of a logger", "[Microsoft.Extensions.Logging.LoggerMessage(Level = Microsoft.Extensions.Logging.LogLevel.Error, Message = \"{Text}\")] static partial void Say(Microsoft.Extensions.Logging.ILogger logger, string text); public static void Tell(Microsoft.Extensions.Logging.ILogger logger, string text) => Say(logger, text);", "=1>log")]
    [InlineData("a defined message", "private static readonly Action<Microsoft.Extensions.Logging.ILogger, string, Exception?> s_say = Microsoft.Extensions.Logging.LoggerMessage.Define<string>(Microsoft.Extensions.Logging.LogLevel.Error, default, \"{Text}\"); public static void Tell(Microsoft.Extensions.Logging.ILogger logger, string text) => s_say(logger, text, null);", "=1>log")]
    [InlineData("by way of an interface", "public interface ISink { void Put(string text); } public class Sink : ISink { public void Put(string text) => Console.WriteLine(text); } public static void Tell(ISink sink, string text) => sink.Put(text);", "M:Acme.A.Tell(Acme.A.ISink,System.String)=1>console")]
    [InlineData("a member of a library", "public static string Of(Base.Person person) => person.Phone;", "M:Acme.A.Of(Base.Person)=<")]
    [InlineData("a field of a library's property", "public static string Of(Base.Holder holder) => holder.Secret;", "M:Acme.A.Of(Base.Holder)=<")]
    [InlineData("a library's record", "public static string Of(Base.Card card) => card.ToString();", "M:Acme.A.Of(Base.Card)=<")]
    [InlineData("a marked parameter", "public static string Of([Pii] string mail) => mail + \"!\";", "M:Acme.A.Of(System.String)=<")]
    [InlineData("an escaped name", "public static string Of(User user) => user.Em\\u0061il;", "M:Acme.A.Of(Acme.User)=<")]
    [InlineData("the console", "public static void Tell(string text) => Console.WriteLine(text);", ">console")]
    [InlineData("a logger's message", "public static void Tell(Microsoft.Extensions.Logging.ILogger logger, string text) => Inner(logger, text); private static void Inner(Microsoft.Extensions.Logging.ILogger logger, string text) => Microsoft.Extensions.Logging.LoggerExtensions.LogError(logger, \"{A}\", text);", "=1>log")]
    [InlineData("a property that writes", "private string _text = \"\"; public string Text { get => _text; set { Console.WriteLine(value); _text = value; } } public static void Tell(string text) => new A().Text = text;", "M:Acme.A.Tell(System.String)=0>console")]
    [InlineData("an exception", "public static void Fail(string text) => throw new InvalidOperationException(text);", "M:Acme.A.Fail(System.String)=0>exception")]
    [InlineData("an exception of its own", "public class Oops : Exception { public Oops(string text) : base(text) { } } public static void Fail(string text) => throw new Oops(text);", "M:Acme.A.Fail(System.String)=0>exception")]
    [InlineData("an exception of a primary constructor", "public class Oops(string text) : Exception(text);", "M:Acme.A.Oops.#ctor(System.String)=0>exception")]
    [InlineData("what is not made of it", "public static string Mask(string text) => \"***\";", "M:Acme.A.Mask(System.String)=!0")]
    [InlineData("what is kept and written by another method", "private string _kept = \"\"; private void Show() => Console.WriteLine(_kept); public void Tell(string text) { _kept = text; Show(); }", "M:Acme.A.Tell(System.String)=0>console")]
    [InlineData("by way of a local function", "public static void Tell(string text) { Show(text.Trim()); static void Show(string shown) => Console.WriteLine(shown); }", "M:Acme.A.Tell(System.String)=0>console")]
    [InlineData("by way of a list", "public static void Tell(string text) { var all = new System.Collections.Generic.List<string>(); all.Add(text); foreach (var one in all) Console.WriteLine(one); }", "M:Acme.A.Tell(System.String)=0>console")]
    [InlineData("what is only compared", "public static string Pick(string text, string other) => text == \"a\" ? other : \"\"; public static void Note(string text) { if (text.Length > 3) Console.WriteLine(\"long\"); }", "M:Acme.A.Pick(System.String,System.String)=!0")]
    [InlineData("what comes out of static state", "private static string s_text = \"\"; public static string Put(string text) { s_text = text; return Get(); } private static string Get() => s_text; public static string Mask(string text) => \"***\";", "M:Acme.A.Mask(System.String)=!0")]
    public void NothingIsLeftOut(string what, string members, string expected)
    {
        var compilation = Generation.Of([new SourceFile("/a.cs", User + "public partial class A\n{\n" + members + "\n}")], [s_base]).Output;
        var (brief, full) = (Told(compilation, isBrief: true), Told(compilation, isBrief: false));

        Assert.Equal(full, brief);
        Assert.True(brief.Any(line => line.Contains(expected, StringComparison.Ordinal)), $"{what}: {string.Join(" | ", brief)}");
    }

    // Each file has one type, and the second names none that is in the first: but for what the first hands out, it cannot reach anything there.
    [Theory]
    [InlineData("something beside the type hands it out", "internal class Vault { internal User U = Store.One; internal string Seek() => U.Email; } public class Door { internal Vault Open() => new(); }", "public static class A { public static string Tell() => new Door().Open().Seek(); }")]
    [InlineData("an extension method", "internal static class Mails { internal static string Seek(this User user) => user.Email; }", "public static class A { public static string Tell() => Store.One.Seek(); }")]
    [InlineData("a member of an extension block", "internal static class Mails { extension(User user) { internal string Found => user.Email; } }", "public static class A { public static string Tell() => Store.One.Found; }")]
    [InlineData("the other part of the type", "public partial class A { private string Seek() => Base.Finder.Find(); }", "public partial class A { public string Tell() => Seek(); }")]
    [InlineData("a member of an interface", "internal class Vault : IVault { public string Seek() => Base.Finder.Find(); }", "public interface IVault { string Seek(); } public static class A { public static string Tell(IVault vault) => vault.Seek(); }")]
    [InlineData("an alias", "public class Vault { public string Seek() => Base.Finder.Find(); }", "using V = Acme.Vault; public static class A { public static string Tell(V vault) => vault.Seek(); }")]
    public void WhatAnotherFileReachesIsNotLeftOut(string what, string first, string second)
    {
        var aliases = second.StartsWith("using", StringComparison.Ordinal) ? second[..(second.IndexOf(';', StringComparison.Ordinal) + 1)] : "";
        var compilation = Generation.Of([new SourceFile("/user.cs", User + "public static class Store { public static User One = null!; }"), new SourceFile("/a.cs", "namespace Acme;\n" + first), new SourceFile("/b.cs", aliases + "namespace Acme;\n" + second[aliases.Length..])], [s_base]).Input;
        Assert.DoesNotContain(compilation.GetDiagnostics(), static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        var (brief, full) = (Told(compilation, isBrief: true), Told(compilation, isBrief: false));

        Assert.Equal(full, brief);
        Assert.True(brief.Any(static line => line.StartsWith("M:Acme.A.Tell", StringComparison.Ordinal)), $"{what}: {string.Join(" | ", brief)}");
    }

    [Fact]
    public void WhatListsNameIsSeen()
    {
        var compilation = Generation.Of([new SourceFile("/a.cs", """
            namespace Acme;
            public class Customer { public string Phone = ""; }
            public class Audit { public void Put(string text) { } public string this[int i] { set { } } }
            public static class A { public static string Of(Customer customer) => customer.Phone; private static readonly Audit s_audit = new(); public static void Tell(string text) => s_audit.Put(text); }
            """)]).Output;
        PiiListLine[] lines = [new(PiiListKind.Source, default, "F:Acme.Customer.Phone", null), new(PiiListKind.Sink, SinkFamily.Log, "T:Acme.Audit", null)];
        var told = Told(compilation, isBrief: true, lines);

        Assert.Equal(Told(compilation, isBrief: false, lines), told);
        Assert.Contains("M:Acme.A.Of(Acme.Customer)=<F:Acme.Customer.Phone", told);
        Assert.Contains("M:Acme.A.Tell(System.String)=0>log", told);
    }

    [Fact]
    public void AClassificationIsSeen()
    {
        MetadataReference[] references = [GateTests.Compliance, Generation.Of([new SourceFile("/l.cs", "namespace Law; public class PrivateAttribute : Microsoft.Extensions.Compliance.Classification.DataClassificationAttribute; public class Case { [Private] public string Name { get; set; } = \"\"; }")], [GateTests.Compliance], "Law").Reference()];
        var compilation = Generation.Of([new SourceFile("/a.cs", """
            namespace Acme;
            public class SecretAttribute : Microsoft.Extensions.Compliance.Classification.DataClassificationAttribute;
            public class Client { [Secret] public string Phone { get; set; } = ""; [Law.Private] public string Mail { get; set; } = ""; }
            public static class A
            {
                private static readonly Client s_client = new();
                private static readonly Law.Case s_case = new();
                public static string Of() => s_client.Phone;
                public static string Second() => s_client.Mail;
                public static string Third() => s_case.Name;
            }
            """)], references).Output;
        var told = Told(compilation, isBrief: true);

        Assert.Equal(Told(compilation, isBrief: false), told);
        Assert.Equal(["M:Acme.A.Of", "M:Acme.A.Second", "M:Acme.A.Third"], told.Select(static line => line.Split('=')[0]));
    }

    [Theory]
    [InlineData("var a = \"see \\nEmail here\";", false)]
    [InlineData("// größer als Email", false)]
    [InlineData("var größe = 1;", false)]
    [InlineData("var b = \"a.Email\";", false)]
    [InlineData("var c = $\"{Email}\";", true)]
    [InlineData("var d = \\u0045mail;", true)]
    [InlineData("var e = Em\u200bail;", true)]
    [InlineData("var f = true?\"x\":Email;", true)]
    public void AWordIsANameWhereItStandsInCode(string statement, bool expected)
    {
        var compilation = Generation.Of("public class A { private const string Email = \"\"; public void Run() {\n" + statement + "\n} }").Output;
        var program = Follow(compilation, isBrief: true).Program;

        Assert.Equal(expected, program.Words.With("Email").Any(static body => body.Owner.Name == "Run"));
    }

    [Theory]
    [InlineData("using Personal = Instrumentation.PiiAttribute;\nnamespace Acme;\npublic class Client { [Personal] public string Email = \"\"; }\n")]
    [InlineData("namespace Acme;\npublic class Client { [Instrumentation.Pii] public string Email = \"\"; }\n")]
    public void AMarkByAnotherNameIsSeen(string marked)
    {
        var library = Generation.Of(marked + "public static class A { public static string Mail(Client client) => client.Email; }");

        Assert.Contains("M:Acme.A.Mail(Acme.Client)=<", library.File("Privacy.g.cs"), StringComparison.Ordinal);
    }

    [Fact]
    public void WhatNamesNeitherSourceNorSinkIsNotRead()
    {
        var plain = string.Concat(Enumerable.Range(0, 50).Select(static i => $"public static int Count{i}(int n) {{ /* Email */ var text = \"Email\"; return text.Length + n; }}\n"));
        var compilation = Generation.Of(User + "public static class A { public static string Mail(User user) => user.Email;\n" + plain + "}").Output;
        var (policy, program) = Follow(compilation, isBrief: true);
        var found = MemberSummaryParser.Read(program, WritingBodies.In(program, Sinks(compilation), [], new PiiSummaries(compilation))).ToList();

        Assert.StartsWith("M:Acme.A.Mail(Acme.User)=<", Assert.Single(found), StringComparison.Ordinal);
        Assert.DoesNotContain(policy.Asked, static symbol => symbol is IPropertySymbol { Name: "Length" });
    }

    [Fact]
    public void NobodyIsToldOfWhatOnlyTheFrameworkCalls()
    {
        var told = Generation.Of("""
            namespace Microsoft.AspNetCore.Mvc
            {
                public abstract class ControllerBase { }
                public sealed class NonActionAttribute : System.Attribute { }
            }

            namespace Acme
            {
                using Microsoft.AspNetCore.Mvc;
                public class User { [Pii] public string Email = ""; }
                public abstract class Shared : ControllerBase { public void Log(string text) => Console.WriteLine(text); }
                public class Users : Shared
                {
                    public void Get(string id) => Console.WriteLine(id);
                    [NonAction] public void Write(string id) => Console.WriteLine(id);
                    protected void Trace(string id) => Console.WriteLine(id);
                    public static void Note(string id) => Console.WriteLine(id);
                }
            }
            """).File("Privacy.g.cs");

        Assert.All((string[])["Shared.Log", "Users.Write", "Users.Trace", "Users.Note"], member => Assert.Contains($"M:Acme.{member}(System.String)=0>console", told, StringComparison.Ordinal));
        Assert.DoesNotContain("Users.Get", told, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Console.WriteLine();", false)]
    [InlineData("Console.WriteLine(text);", true)]
    [InlineData("System.Action<string> write = Console.WriteLine; write(text);", true)]
    [InlineData("Console.WriteLine(); Console.WriteLine(text);", true)]
    [InlineData("_kept = text; Later();", true)]
    [InlineData("using var file = new System.IO.FileInfo(\"x\").CreateText(); file.WriteLineAsync(text);", true)]
    public void WhatIsCalledWithNothingWritesNothing(string statement, bool expected)
    {
        var compilation = Generation.Of("public class A { private string _kept = \"\"; private void Later() => Console.WriteLine(_kept); public void Run(string text) {\n" + statement + "\n} }").Output;
        var program = Follow(compilation, isBrief: true).Program;

        Assert.Equal(expected, WritingBodies.In(program, Sinks(compilation), [], new PiiSummaries(compilation)).Bodies.Any(static body => body.Owner.Name == "Run"));
    }

    [Fact]
    public void ATangleDoesNotHideWhatIsShort()
    {
        var branches = string.Concat(Enumerable.Range(0, 40).Select(static j => $"if (n > {j}) text += \"{j}\";\n"));
        var tangle = string.Concat(Enumerable.Range(0, 60).Select(i => $"public static string Tangle{i}(string text, int n) {{\n{branches} Console.Write(text); return n > 0 ? Tangle{(i + 1) % 60}(text, n - 1) : text; }}\n"));
        var library = Generation.Of(User + "public static class A {\n" + tangle + "public static void Write(string text) => Console.WriteLine(text);\n}");

        Assert.Contains("M:Acme.A.Write(System.String)=0>console", library.File("Privacy.g.cs"), StringComparison.Ordinal);
    }

    private static List<string> Told(Compilation compilation, bool isBrief, params IReadOnlyList<PiiListLine> lines)
    {
        var program = Follow(compilation, isBrief, lines).Program;
        return [.. MemberSummaryParser.Read(program, isBrief ? WritingBodies.In(program, Sinks(compilation), lines, new PiiSummaries(compilation)) : null)];
    }

    private static (AskedPolicy Policy, FlowProgram Program) Follow(Compilation compilation, bool isBrief, params IReadOnlyList<PiiListLine> lines)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var summaries = new PiiSummaries(compilation);
        var words = SourceWords.Of(compilation, lines, summaries, cancellation);
        var policy = new AskedPolicy(Sinks(compilation), lines, summaries, words.Marked);
        var brief = isBrief ? new BriefReading(words.Bodies, int.MaxValue) : null;
        return (policy, new FlowProgram(compilation, policy, new PoolCrew(isConcurrent: true, cancellation), cancellation, brief));
    }

    private static SinkTable Sinks(Compilation compilation) => new(compilation, TestContext.Current.CancellationToken);

    private sealed class AskedPolicy(SinkTable sinks, IEnumerable<PiiListLine> lines, PiiSummaries summaries, ISet<string> marked) : PiiFlowPolicy(sinks, new PiiExtensions(lines), PiiReviews.Of(NoOptions.Instance), summaries, marked)
    {
        public List<ISymbol> Asked { get; } = [];

        public override ISymbol? SourceOf(ISymbol symbol)
        {
            Asked.Add(symbol);
            return base.SourceOf(symbol);
        }
    }
}
