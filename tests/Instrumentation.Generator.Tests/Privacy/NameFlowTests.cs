using Instrumentation.Generator.Flow;
using Instrumentation.Testing;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Tests.Privacy;

/// <summary>What is not followed because of the names in it does nothing with what it is given; whatever may is followed.</summary>
public sealed class NameFlowTests
{
    // What each does with `text`: writes it (w), returns it (r), or neither.
    [Theory]
    [InlineData("Write(text); return \"\";", "w")]
    [InlineData("return text;", "r")]
    [InlineData("return \"\";", "")]
    [InlineData("Write(\"done\"); return \"\";", "")]
    [InlineData("var copy = text.Trim(); Write(copy); return \"\";", "w")]
    [InlineData("var n = text.Length; for (var i = 0; i < 3; i++) { if (i > 0) Write(last); last = text; } return \"\";", "w")]
    [InlineData("if (text == other) Write(other); return other;", "")]
    [InlineData("if (!string.Equals(text, other) && other.Length > 1) Write(other); return other;", "")]
    [InlineData("return text == \"a\" ? other : \"b\";", "")]
    [InlineData("return other == \"a\" ? text : \"b\";", "r")]
    [InlineData("var one = list.FirstOrDefault(item => item == text); Write(one); return one;", "")]
    [InlineData("var one = list.Select(item => item + text).First(); Write(one); return \"\";", "w")]
    [InlineData("list.Add(text); return list[0];", "r")]
    [InlineData("if (map.TryGetValue(text, out var found)) Write(found); return \"\";", "w")]
    [InlineData("if (box is { Content: var inner }) Write(inner); return \"\";", "")]
    [InlineData("box.Content = text; if (box is { Content: var inner }) Write(inner); return \"\";", "w")]
    [InlineData("_kept = text; return Later();", "r")]
    [InlineData("_kept = text; return Kept;", "r")]
    [InlineData("Keep(text); return _kept;", "r")]
    [InlineData("new List<string> { text }.ForEach(Keep); return _kept;", "r")]
    [InlineData("Store.Put(text); return Store.Get();", "r")]
    [InlineData("throw new InvalidOperationException(text);", "w")]
    [InlineData("throw new InvalidOperationException(nameof(text));", "")]
    [InlineData("var value = other ?? throw new ArgumentException(\"none\", nameof(text)); return value;", "")]
    [InlineData("var problem = new InvalidOperationException(text); throw problem;", "w")]
    [InlineData("Inner(text); return \"\"; void Inner(string given) => Write(given);", "w")]
    [InlineData("return Inner(text); string Inner(string given) { return given; }", "r")]
    [InlineData("Inner(other); return \"\"; void Inner(string given) => Write(given);", "")]
    [InlineData("Action<string> write = Write; write(text); return \"\";", "w")]
    [InlineData("Changed?.Invoke(text); return \"\";", "w")]
    [InlineData("handler(text); return \"\";", "w")]
    [InlineData("Box made = new() { Content = text }; return made.Content;", "wr")]
    [InlineData("using var scope = Begin(text); return \"\";", "w")]
    [InlineData("var (a, b) = (text, other); Write(b); return \"\";", "w")]
    [InlineData("foreach (var c in text.Split(',')) Write(c); return \"\";", "w")]
    [InlineData("var q = from item in list where item == text select item; Write(q.First()); return \"\";", "")]
    [InlineData("var q = from item in list let both = item + text select both; Write(q.First()); return \"\";", "w")]
    [InlineData("switch (text) { case var same when same.Length > 1: Write(same); break; } return \"\";", "w")]
    [InlineData("return text switch { \"a\" => other, _ => \"\" };", "r")]
    [InlineData("try { int.Parse(text); } catch (FormatException e) { Write(e.Message); } return \"\";", "")]
    [InlineData("var f = () => { var t = text; throw new InvalidOperationException(t); }; f(); return \"\";", "w")]
    public void NamesThatStandTogetherAreFollowed(string code, string expected)
    {
        var (flow, reached) = From($$"""
            private string _kept = "", last = "";
            private string Kept => _kept;
            public event Action<string>? Changed;
            private string Later() => _kept;
            private void Keep(string text) => _kept = text;
            private static void Write(string? text) => Console.WriteLine(text);
            private static IDisposable Begin(string text) => null!;
            public string Run(string text, string other, List<string> list, Dictionary<string, string> map, Box box, Audit audit, Action<string> handler)
            {
                {{code}}
            }
            """);

        Assert.Equal(expected, (flow.Uses(reached, new HashSet<string> { "Write", "WriteLine", "Dispose" }) ? "w" : "") + (flow.Returns(reached) ? "r" : ""));
    }

    [Theory]
    [InlineData("list[0] = text; audit[1] = list[0]; return \"\";", true)]
    [InlineData("list[0] = other; audit[1] = list[0]; return text;", false)]
    public void AnIndexerThatWritesIsUsed(string code, bool isUsed)
    {
        var (flow, reached) = From("public string Run(string text, string other, List<string> list, Audit audit) { " + code + " }");

        Assert.Equal(isUsed, flow.Uses(reached, new HashSet<string> { NameUnit.Indexer }));
    }

    [Theory]
    [InlineData("public string Text { get => field; set => field = value; }", "set_Text", "")]
    [InlineData("public string Text { set { Console.WriteLine(value); } }", "set_Text", "w")]
    [InlineData("public A(string text) : base(text) { }", ".ctor", "w")]
    [InlineData("public A(string text) : this(1) { }", ".ctor", "")]
    [InlineData("public static string Of(string text) => text;", "Of", "r")]
    public void MembersOfEachKindAreRead(string member, string name, string expected)
    {
        var program = Follow("public class A : B { public A(int n) : base(\"\") { } " + member + " } public class B(string text) { public string T => text; }");
        var body = program.Bodies.All.Single(body => body.Owner.Name == name && ((IMethodSymbol)body.Owner).Parameters is [{ Type.SpecialType: SpecialType.System_String }]);
        var flow = NameFlow.Of(body, new NameScopes(program.Bodies))!;
        var reached = flow.From(((IMethodSymbol)body.Owner).Parameters.Select(static parameter => parameter.Name));

        Assert.Equal(expected, (flow.Uses(reached, new HashSet<string> { "WriteLine" }) ? "w" : "") + (flow.Returns(reached) ? "r" : ""));
    }

    [Theory]
    [InlineData("text", " + text")]
    [InlineData("(text == null", " && text == null")]
    public void AnExpressionThatIsTooDeepIsNotTold(string first, string more)
    {
        var program = Follow("public static class A { public static object Of(string text) => " + first + string.Concat(Enumerable.Repeat(more, 30_000)) + (first[0] == '(' ? ")" : "") + "; public static string Mask(string text) => \"***\"; }");
        var (deep, mask) = (program.Bodies.All.Single(static body => body.Owner.Name == "Of"), program.Bodies.All.Single(static body => body.Owner.Name == "Mask"));

        Assert.Null(NameFlow.Of(deep, new NameScopes(program.Bodies)));
        Assert.NotNull(NameFlow.Of(mask, new NameScopes(program.Bodies)));
    }

    private static (NameFlow Flow, ISet<string> Reached) From(string members)
    {
        var program = Follow("public class Box { public string Content = \"\"; } public class Audit { public string this[int i] { set { } } } public static class Store { private static string s_text = \"\"; public static void Put(string text) => s_text = text; public static string Get() => s_text; } public class A {\n" + members + "\n}");
        var flow = NameFlow.Of(program.Bodies.All.Single(static body => body.Owner.Name == "Run"), new NameScopes(program.Bodies));

        Assert.NotNull(flow);
        return (flow, flow.From(["text"]));
    }

    private static FlowProgram Follow(string source)
    {
        var compilation = Generation.Of(source).Input;
        Assert.DoesNotContain(compilation.GetDiagnostics(), static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error && diagnostic.Id != "CS8078");
        return Followed.Of(compilation);
    }
}
