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

    private static readonly MetadataReference s_base = Generation.Of([new SourceFile("/base.cs", "namespace Base; public class Person { [Pii] public string Phone { get; set; } = \"\"; } public record Card([Pii] string Owner); public class Holder { [field: Pii] public string Secret { get; set; } = \"\"; }")], assemblyName: "Base").Reference();

    [Theory]
    [InlineData("a member", "public static string Mail(User user) => user.Email;", "M:Acme.A.Mail(Acme.User)=<")]
    [InlineData("by way of a private method", "public static string Mail(User user) => Inner(user); private static string Inner(User user) => user.Email;", "M:Acme.A.Mail(Acme.User)=<")]
    [InlineData("what a record writes", "public record Card([Pii] string Owner); public static string Text(Card card) => $\"{card}\";", "M:Acme.A.Text(Acme.A.Card)=<")]
    [InlineData("what a serializer writes", "public static string Text(User user) => System.Text.Json.JsonSerializer.Serialize(user);", null)]
    [InlineData("a member of a library", "public static string Of(Base.Person person) => person.Phone;", "M:Acme.A.Of(Base.Person)=<")]
    [InlineData("a field of a library's property", "public static string Of(Base.Holder holder) => holder.Secret;", "M:Acme.A.Of(Base.Holder)=<")]
    [InlineData("a library's record", "public static string Of(Base.Card card) => card.ToString();", "M:Acme.A.Of(Base.Card)=<")]
    [InlineData("a marked parameter", "public static string Of([Pii] string mail) => mail + \"!\";", "M:Acme.A.Of(System.String)=<")]
    [InlineData("an escaped name", "public static string Of(User user) => user.Em\\u0061il;", "M:Acme.A.Of(Acme.User)=<")]
    [InlineData("the console", "public static void Write(string text) => Console.WriteLine(text);", ">console")]
    [InlineData("a logger's message", "public static void Write(Microsoft.Extensions.Logging.ILogger logger, string text) => Inner(logger, text); private static void Inner(Microsoft.Extensions.Logging.ILogger logger, string text) => Microsoft.Extensions.Logging.LoggerExtensions.LogError(logger, \"{A}\", text);", "=1>log")]
    [InlineData("a property that writes", "private string _text = \"\"; public string Text { get => _text; set { Console.WriteLine(value); _text = value; } } public static void Write(string text) => new A().Text = text;", "M:Acme.A.Write(System.String)=0>console")]
    [InlineData("an exception", "public static void Fail(string text) => throw new InvalidOperationException(text);", "M:Acme.A.Fail(System.String)=0>exception")]
    [InlineData("an exception of its own", "public class Oops : Exception { public Oops(string text) : base(text) { } } public static void Fail(string text) => throw new Oops(text);", "M:Acme.A.Fail(System.String)=0>exception")]
    [InlineData("an exception of a primary constructor", "public class Oops(string text) : Exception(text);", "M:Acme.A.Oops.#ctor(System.String)=0>exception")]
    [InlineData("what is not made of it", "public static string Mask(string text) => \"***\";", "M:Acme.A.Mask(System.String)=!0")]
    public void NothingIsLeftOut(string what, string members, string? expected)
    {
        var compilation = Generation.Of([new SourceFile("/a.cs", User + "public partial class A\n{\n" + members + "\n}")], [s_base]).Output;
        var (brief, full) = (Told(compilation, isBrief: true), Told(compilation, isBrief: false));

        Assert.Equal(full, brief);
        if (expected is not null) Assert.True(brief.Any(line => line.Contains(expected, StringComparison.Ordinal)), $"{what}: {string.Join(" | ", brief)}");
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
        var found = MemberSummaryParser.Read(program, WritingBodies.In(program, [], new PiiSummaries(compilation))).ToList();

        Assert.StartsWith("M:Acme.A.Mail(Acme.User)=<", Assert.Single(found), StringComparison.Ordinal);
        Assert.DoesNotContain(policy.Asked, static symbol => symbol is IPropertySymbol { Name: "Length" });
    }

    [Fact]
    public void ATangleDoesNotHideWhatIsShort()
    {
        var branches = string.Concat(Enumerable.Range(0, 40).Select(static j => $"if (n > {j}) text += \"{j}\";\n"));
        var tangle = string.Concat(Enumerable.Range(0, 60).Select(i => $"public static string Tangle{i}(string text, int n) {{\n{branches} Console.Write(text); return n > 0 ? Tangle{(i + 1) % 60}(text, n - 1) : text; }}\n"));
        var library = Generation.Of(User + "public static class A {\n" + tangle + "public static void Write(string text) => Console.WriteLine(text);\n}");

        Assert.Contains("M:Acme.A.Write(System.String)=0>console", library.File("Privacy.g.cs"), StringComparison.Ordinal);
    }

    private static List<string> Told(Compilation compilation, bool isBrief)
    {
        var program = Follow(compilation, isBrief).Program;
        return [.. MemberSummaryParser.Read(program, isBrief ? WritingBodies.In(program, [], new PiiSummaries(compilation)) : program.Bodies.All.ToHashSet())];
    }

    private static (AskedPolicy Policy, FlowProgram Program) Follow(Compilation compilation, bool isBrief)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var summaries = new PiiSummaries(compilation);
        var policy = new AskedPolicy(summaries);
        var brief = isBrief ? new BriefReading(SourceWords.Of(compilation, [], summaries, cancellation).Bodies, int.MaxValue) : null;
        return (policy, new FlowProgram(compilation, policy, cancellation, brief));
    }

    private sealed class AskedPolicy(PiiSummaries summaries) : PiiFlowPolicy(new PiiExtensions([]), PiiReviews.Of(NoOptions.Instance), summaries)
    {
        public List<ISymbol> Asked { get; } = [];

        public override ISymbol? SourceOf(ISymbol symbol)
        {
            Asked.Add(symbol);
            return base.SourceOf(symbol);
        }
    }
}
