using Instrumentation.Generator.Flow;
using Instrumentation.Testing;

namespace Instrumentation.Generator.Tests.Privacy;

/// <summary>What it costs to follow data, counted in work and not in time.</summary>
public sealed class FlowCostTests
{
    private const string Marked = "public class User { [Pii] public string Email = \"\"; [Pii] public string Phone = \"\"; public string Name = \"\"; }\n";

    [Fact]
    public void WithoutAMarkNothingIsFollowed()
    {
        var program = Follow("public class User { public string Email = \"\"; }\n" + Unit(0));

        Assert.NotEmpty(program.Bodies.All);
        Assert.Equal((0, 0L), (program.Calls.Runs, program.Calls.Steps));
    }

    [Fact]
    public void AMethodThatIsHandedNothingAndReadsNothingIsNotFollowed()
    {
        const string Source = Marked + "public static class P { internal static string Run(User user) { Deep(user, 3); return user.Email; } static void Deep(User user, int n) { if (n > 0) Deep(user, n - 1); user.Name = n.ToString(); } }";

        Assert.Equal(1, Follow(Source).Calls.Runs);
    }

    [Theory]
    [InlineData("System.Collections.Generic.IEnumerable<string>")]
    [InlineData("string[]")]
    public void LeavingALoopDisposesOfNothingElse(string kind)
    {
        var program = Marked + $$"""
            public sealed class Closed(User user) : System.IDisposable { private string _last = ""; public void Dispose() => _last = user.Email; }
            public static class P { internal static string Run(User user) { {{kind}} names = new[] { user.Email }; LOOP return user.Email; } }
            """;

        Assert.Equal(Follow(program.Replace("LOOP", "")).Calls.Runs, Follow(program.Replace("LOOP", "foreach (var name in names) { }")).Calls.Runs);
    }

    [Fact]
    public void WhatAFieldKeepsForAllMakesNoOtherCall()
    {
        const string Cache = """
            public sealed class Cache
            {
                private System.Collections.Generic.List<string> _kept = new();
                public void Put(User user) => _kept = new System.Collections.Generic.List<string> { user.Email };
                public int First() => Deep().Length;
                public int Second() { BEFORE return Deep().Length; }
                private string Deep() => _kept[0];
            }
            """;

        var plain = Follow(Marked + Cache.Replace("BEFORE", ""));
        var read = Follow(Marked + Cache.Replace("BEFORE", "_ = _kept.Count;"));

        // Second() itself is followed again when it is known what is kept. Deep() is not followed another time for it.
        Assert.Equal(plain.Calls.Runs + 1, read.Calls.Runs);
    }

    [Fact]
    public void TwiceTheCodeTakesTwiceTheSteps()
    {
        var once = Follow(Marked + string.Concat(Enumerable.Range(0, 20).Select(Unit)));
        var twice = Follow(Marked + string.Concat(Enumerable.Range(0, 40).Select(Unit)));

        Assert.Empty(twice.GivenUp);
        Assert.True(once.Calls.Steps > 200, $"{once.Calls.Steps} steps");
        Assert.InRange((double)twice.Calls.Steps / once.Calls.Steps, 1.8, 2.2);
    }

    [Fact]
    public void ANewsOpensAgainOnlyWhatReliesOnIt()
    {
        var strangers = string.Concat(Enumerable.Range(0, 10).Select(static i => $"public class Stranger{i} {{ public string Read(User user) => Pass(user.Email); private string Pass(string text) => text + 1; }}\n"));
        var program = Follow(Marked + strangers + """
            public static class Late
            {
                internal static void Write(User user) => System.Console.WriteLine(Mix(user.Email, user));
                private static string Mix(string text, User user) => text + First(user);
                private static string First(User user) => Second(user);
                private static string Second(User user) => user.Phone;
            }
            """);

        // That First() hands out what Second() does is news to Mix(), and by it to Write(), and to First() itself.
        Assert.InRange(program.Calls.Forgotten, 1, 4);
        Assert.Equal(["Email", "Phone"], program.Findings.Select(static finding => finding.Source.Name).Order());
    }

    /// <summary>Each may decorate any of them: what is known of the chain must not grow with each call that is followed.</summary>
    [Theory]
    [InlineData("inner.Send(text)", "private readonly System.Collections.Generic.Queue<string> _sent = new(); public void Send(string text) => _sent.Enqueue(text);")]
    [InlineData("inner.Send(text + _user.Email)", "private string _sent = \"\"; public void Send(string text) => _sent = text;")]
    public void DecoratorsAreFollowedToTheEnd(string sends, string last)
    {
        var decorators = string.Concat(Enumerable.Range(0, 4).Select(i => $"public sealed class Decorator{i}(ISender inner) : ISender {{ private readonly User _user = new(); public void Send(string text) => {sends}; }}\n"));
        var program = Follow(Marked + "public interface ISender { void Send(string text); }\n" + decorators + $$"""
            public sealed class Last : ISender { {{last}} }
            public static class P { internal static void Run(User user) { ISender sender = new Decorator0(new Decorator1(new Last())); sender.Send(user.Email); } }
            """);

        Assert.Empty(program.GivenUp);
        Assert.InRange(program.Calls.Runs, 1, 400);
    }

    [Fact]
    public void ADecoratorThatHandsOnAFunctionOfItsOwnIsFollowedToTheEnd()
    {
        var program = Follow(Marked + """
            public interface IWriter { void Write<T>(T state, System.Func<T, string> text); }
            public sealed class Timed(IWriter inner) : IWriter { public void Write<T>(T state, System.Func<T, string> text) => inner.Write(state, s => "now " + text(s)); }
            public static class P { internal static void Run(User user, IWriter writer) => writer.Write(user, static u => u.Email); }
            """);

        Assert.Empty(program.GivenUp);
    }

    [Fact]
    public void WhatReliesOnOtherFactsIsKept()
    {
        var needs = new CallNeeds();
        var method = Follow(Marked + Unit(0)).Bodies.All[0].Owner;
        needs.Add("field", (method, "reader"));
        needs.Add((method, "reader"), (method, "caller"));
        needs.Add("other", (method, "stranger"));

        Assert.Equal([(method, "reader"), (method, "caller")], needs.Forget(["field"]));
        Assert.Empty(needs.Forget(["field"]));
    }

    private static string Unit(int i) => $$"""
        public class Service{{i}}
        {
            private string _kept = "";
            public string Read(User user) => Pass(user.Email, {{i}});
            private string Pass(string text, int n) => n > 2 ? text.Trim() : Again(text + n);
            private string Again(string text) { foreach (var c in text) { if (c == 'a') _kept = text; } return _kept; }
            public void Plain(User user, int n) { for (var i = 0; i < n; i++) Plain(user, i); }
        }

        """;

    private static FlowProgram Follow(string source) => Followed.Of(Generation.Of(source).Output);
}
