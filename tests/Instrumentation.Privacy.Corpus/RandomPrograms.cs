using System.Text;

namespace Instrumentation.Privacy.Corpus;

/// <summary>Writes random methods that move a secret about and print what they end with. The same seed writes the same methods.</summary>
internal sealed class RandomPrograms(int seed)
{
    private readonly Random _random = new(seed);
    private readonly StringBuilder _text = new();
    private int _variables;

    /// <summary>One method <c>static void M{number}(List&lt;string&gt; log, Person p)</c>.</summary>
    public string Method(int number)
    {
        _text.Clear();
        _variables = 2;
        _text.Append("public static void M").Append(number).Append("(Person p) { var s0 = p.Secret; var s1 = p.Plain; var box0 = new Box(); var list0 = new List<string>(); var map0 = new Dictionary<string, string>(); var sb0 = new StringBuilder(); Func<string> f0 = () => \"e\", f1 = () => \"e\"; var cell0 = Box.Cell(); var cell1 = Box.Cell(); var on0 = false; Box.Current = \"\";\n");
        var statements = _random.Next(3, 9);
        for (var i = 0; i < statements; i++) Statement(depth: 0);
        _text.Append("var end = ").Append(Expression(2)).Append("; Written.Add(end); System.Diagnostics.Trace.Write(end); }\n");
        return _text.ToString();
    }

    /// <summary>What the methods use.</summary>
    public static string Prelude => """
        #pragma warning disable CS1717, CS0219, CS0162, CS0168, CS8600, CS8602, CS8604
        using System.Text;
        public class Person { [Pii] public string Secret = ""; public string Plain = ""; }
        public class Box { public string A = ""; public string B { get; set; } = ""; public string Both() => A + B; public static string Echo(string s) => s; public static string Drop(string s) => s.Length.ToString(); public void Put(string s) { A = s; }
            public static string Current = ""; public static string Now() => Current;
            public static Func<string> Keep(string s) => () => s;
            public static Func<string> Then(Func<string> a, Func<string> b) => () => a() + b().Length;
            public static (Action<string> Set, Func<string> Get) Cell() { var kept = ""; return (s => kept = s, () => kept); }
            public static string Choose(string a, string b, bool isFirst) => isFirst ? a : b;
            public static void Set(Dictionary<string, string> map, string key, string value) => map[key] = value;
            public static string Get(Dictionary<string, string> map, string key) => map.TryGetValue(key, out var found) ? found : "";
        }
        public static partial class Program
        {
            public static List<string> Written = new();

        """;

    private void Statement(int depth)
    {
        switch (_random.Next(depth > 1 ? 14 : 18))
        {
            case 0 when depth == 0:
                _text.Append($"var s{_variables} = {Expression(2)};\n");
                _variables++;
                break;
            case 0 or 1: _text.Append($"{Variable()} = {Expression(2)};\n"); break;
            case 2: _text.Append($"box0.{Pick("A", "B")} = {Expression(1)};\n"); break;
            case 3: _text.Append($"list0.Add({Expression(1)});\n"); break;
            case 4: _text.Append($"map0[\"{Pick("x", "y")}\"] = {Expression(1)};\n"); break;
            case 5: _text.Append($"sb0.Append({Expression(1)});\n"); break;
            case 6: _text.Append($"{Variable()} += {Expression(1)};\n"); break;
            case 7: _text.Append(Pick("sb0.Clear();\n", "list0.Clear();\n", $"box0.Put({Expression(1)});\n", "box0 = new Box();\n")); break;
            case 8: _text.Append($"{{ var t = ({Expression(1)}, {Expression(1)}); {Variable()} = t.Item{_random.Next(1, 3)}; }}\n"); break;
            case 9: _text.Append($"f{_random.Next(2)} = {Pick($"Box.Keep({Expression(1)})", "Box.Then(f0, f1)", $"() => {Variable()}")};\n"); break;
            case 10: _text.Append($"cell{_random.Next(2)}.Set({Expression(1)});\n"); break;
            case 11: _text.Append($"Box.Set(map0, \"{Pick("x", "y")}\", {Expression(1)});\n"); break;
            case 12: _text.Append(Pick("on0 = true;\n", "on0 = !on0;\n", "{ Action flip = () => on0 = !on0; flip(); }\n", $"on0 = {Variable()}.Length > 4;\n")); break;
            case 13: _text.Append($"Box.Current = {Expression(1)};\n"); break;
            case 14: Block($"if ({Variable()}.Length % 2 == {_random.Next(2)})", depth); if (_random.Next(2) == 0) Block("else", depth); break;
            case 15: Block($"for (var i{depth} = 0; i{depth} < 2; i{depth}++)", depth); break;
            case 16: Block("try", depth); _text.Append("finally { ").Append($"{Variable()} = {Expression(0)};").Append(" }\n"); break;
            case 17: _text.Append($"{{ Action run = () => {Variable()} = {Expression(1)}; {Pick("run();", "if (s1.Length == 5) run();")} }}\n"); break;
        }
    }

    private void Block(string head, int depth)
    {
        _text.Append(head).Append(" {\n");
        for (var i = _random.Next(1, 3); i > 0; i--) Statement(depth + 1);
        _text.Append("}\n");
    }

    private string Expression(int depth) => _random.Next(depth > 0 ? 21 : 3) switch
    {
        0 or 1 => Variable(),
        2 => Pick("\"c\"", "p.Plain", "p.Secret"),
        3 => $"({Expression(depth - 1)} + {Expression(depth - 1)})",
        4 => $"$\"<{{{Expression(depth - 1)}}}>\"",
        5 => $"Box.Echo({Expression(depth - 1)})",
        6 => $"Box.Drop({Expression(depth - 1)})",
        7 => Pick("box0.A", "box0.B", "box0.Both()"),
        8 => "(list0.Count > 0 ? list0[0] : \"e\")",
        9 => $"(map0.TryGetValue(\"{Pick("x", "y")}\", out var o{_random.Next(1_000_000)}) ? \"k\" : \"n\")",
        10 => "sb0.ToString()",
        11 => "string.Join(\",\", list0)",
        12 => $"({Variable()}.Length > {_random.Next(9)} ? {Expression(depth - 1)} : {Expression(depth - 1)})",
        13 => "string.Concat(list0.Select(x => x + \".\"))",
        14 => $"f{_random.Next(2)}()",
        15 => $"cell{_random.Next(2)}.Get()",
        16 => $"Box.Get(map0, \"{Pick("x", "y")}\")",
        17 => $"(on0 ? {Expression(depth - 1)} : {Expression(depth - 1)})",
        18 => $"Box.Choose({Expression(depth - 1)}, {Expression(depth - 1)}, {Pick("true", "false", "on0")})",
        19 => "Box.Now()",
        _ => $"string.Join(\"\", map0.Where(e => e.Key == \"{Pick("x", "y")}\").Select(e => e.Value))",
    };

    private string Variable() => $"s{_random.Next(_variables)}";

    private string Pick(params string[] choices) => choices[_random.Next(choices.Length)];
}
