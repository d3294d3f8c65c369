using Verifier = Instrumentation.Testing.RuleVerifier<Instrumentation.Generator.Privacy.PiiFlowAnalyzer>;

namespace Instrumentation.Generator.Tests.Privacy;

/// <summary>Each activation has variables of its own, and its functions know them when it is over.</summary>
public sealed class FlowClosureTests
{
    [Fact]
    public Task AFactoryIsCalledTwice() => Verifier.Verify(Followed.Program("""
        static Func<string> Keep(string text) => () => text;
        static void Run(User user)
        {
            var (mail, plan) = (Keep(user.Email), Keep(user.Plan));
            Console.WriteLine({|INS3005:mail()|});
            Console.WriteLine(plan());
        }
        """));

    [Fact]
    public Task AFactoryThatIsGivenAFunctionIsCalledTwice() => Verifier.Verify(Followed.Program("""
        static Func<User, string> Part(string head, Func<User, string> part) => user => head + part(user);
        static void Run(User user)
        {
            var (mail, plan) = (Part("m", static u => u.Email), Part("p", static u => u.Plan));
            Console.WriteLine({|INS3005:mail(user)|});
            Console.WriteLine(plan(user));
        }
        """));

    [Fact]
    public Task AFunctionThatMakesFunctionsIsCalledTwice() => Verifier.Verify(Followed.Program("""
        static Func<string, Func<string, string>> Between(string separator) => left => right => left + separator + right;
        static void Run(User user)
        {
            var dash = Between("-");
            var (mail, plan) = (dash(user.Email), dash(user.Plan));
            Console.WriteLine({|INS3005:mail("x")|});
            Console.WriteLine(plan("x"));
        }
        """));

    [Fact]
    public Task TwoFunctionsShareAVariable() => Verifier.Verify(Followed.Program("""
        static (Action<string> Set, Func<string> Get) Cell()
        {
            var value = "";
            return (text => value = text, () => value);
        }
        static void Run(User user)
        {
            var (one, other) = (Cell(), Cell());
            one.Set(user.Email);
            other.Set(user.Plan);
            Console.WriteLine({|INS3005:one.Get()|});
            Console.WriteLine(other.Get());
        }
        """));

    /// <summary>One that was put together of others calls itself, in another activation.</summary>
    [Fact]
    public Task FunctionsThatArePutTogetherCallEachOther() => Verifier.Verify(Followed.Program("""
        static Func<string, string> Then(Func<string, string> first, Func<string, string> second) => text => second(first(text));
        static void Run(User user)
        {
            Func<string, string> trim = static text => text.Trim(), star = static _ => "***";
            var mail = user.Email;
            Console.WriteLine(Then(Then(trim, star), trim)(mail));
            Console.WriteLine({|INS3005:Then(Then(trim, trim), trim)(mail)|});
        }
        """));

    [Fact]
    public Task EachObjectHasFunctionsOfItsOwn() => Verifier.Verify(Followed.Program("""
        sealed class Rule(Func<User, string> get) { public Func<User, string> Line() => user => "- " + get(user); }
        static void Run(User user)
        {
            var (mail, plan) = (new Rule(static u => u.Email).Line(), new Rule(static u => u.Plan).Line());
            Console.WriteLine({|INS3005:mail(user)|});
            Console.WriteLine(plan(user));
        }
        """));

    [Fact]
    public Task AMethodOfAnObjectKnowsWhichOne() => Verifier.Verify(Followed.Program("""
        sealed class Card(string text) { public string Show() => text; }
        static Func<string> Shown(string text) => new Card(text).Show;
        static void Run(User user)
        {
            var (mail, plan) = (Shown(user.Email), Shown(user.Plan));
            Console.WriteLine({|INS3005:mail()|});
            Console.WriteLine(plan());
        }
        """));

    /// <summary>What it captures is what is known when it is called or handed on.</summary>
    [Fact]
    public Task AFunctionInAVariableIsFollowedWhereItIsUsed() => Verifier.Verify(Followed.Program("""
        static Action Run(User user)
        {
            var label = user.Email;
            Action say = () => Console.WriteLine(label), tell = () => Console.WriteLine({|INS3005:label|});
            tell();
            label = "somebody";
            say();
            return say;
        }
        """));

    /// <summary>The parts of a pipeline are given one and the same context.</summary>
    [Fact]
    public Task FunctionsOfAPipelineShareWhatStandsUnderAKey() => Verifier.Verify(Followed.Program("""
        sealed class Context { public Dictionary<string, object?> Items { get; } = new(); }
        sealed class Pipeline
        {
            private readonly List<Func<Context, Func<Context, Task>, Task>> _parts = new();
            public void Use(Func<Context, Func<Context, Task>, Task> part) => _parts.Add(part);
        }
        static void Run(Pipeline pipeline, User user)
        {
            pipeline.Use((context, next) => { context.Items["mail"] = user.Email; return next(context); });
            pipeline.Use((context, next) => { Console.WriteLine({|INS3005:context.Items["mail"]|}); return next(context); });
            pipeline.Use((context, next) => { Console.WriteLine(context.Items["plan"]); return next(context); });
        }
        """));

    [Fact]
    public Task AHandlerThatIsTakenAwayIsNotCalled() => Verifier.Verify(Followed.Program("""
        sealed class Bus { public event Action<string>? Saved; public void Raise(string text) => Saved?.Invoke(text); }
        static void Print(string text) => Console.WriteLine({|INS3005:text|});
        static void Count(string text) => Console.WriteLine(text.Length);
        static void Gone(string text) => Console.WriteLine(text);
        static void Run(User user)
        {
            var bus = new Bus();
            bus.Saved += Gone;
            bus.Raise(user.Plan);
            bus.Saved -= Gone;
            bus.Saved += Count;
            bus.Saved += Print;
            bus.Raise(user.Email);
        }
        """));
}
