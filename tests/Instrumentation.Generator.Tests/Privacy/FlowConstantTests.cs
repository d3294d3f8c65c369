using Instrumentation.Testing;
using Microsoft.CodeAnalysis;
using Verifier = Instrumentation.Testing.RuleVerifier<Instrumentation.Generator.Privacy.PiiFlowAnalyzer>;

namespace Instrumentation.Generator.Tests.Privacy;

/// <summary>A way that no run goes tells nothing, and one that some run goes does.</summary>
public sealed class FlowConstantTests
{
    [Fact]
    public Task AFlagDecidesWhatIsWritten() => Verifier.Verify(Followed.Program("""
        static string Show(User user, bool isFull) => isFull ? user.Email : user.Plan;
        static void Run(User user, bool isFull)
        {
            Console.WriteLine(Show(user, false));
            Console.WriteLine({|INS3005:Show(user, isFull: true)|});
            Console.WriteLine({|INS3005:Show(user, isFull)|});
        }
        """));

    [Fact]
    public Task AKeyDecidesWhichFunctionIsMade() => Verifier.Verify(Followed.Program("""
        static Func<User, string> Reader(string field) => field switch { "mail" => static u => u.Email, "plan" => static u => u.Plan, _ => static u => u.Id.ToString() };
        static void Run(User user, string any)
        {
            Console.WriteLine(Reader("plan")(user));
            Console.WriteLine({|INS3005:Reader("mail")(user)|});
            Console.WriteLine({|INS3005:Reader(any)(user)|});
        }
        """));

    [Fact]
    public Task AKeyIsStillOneInAWrapper() => Verifier.Verify(Followed.Program("""
        static void Put(Dictionary<string, string> values, string key, string value) => values[key] = value;
        static string Take(Dictionary<string, string> values, string key) => values[key];
        static void Run(User user)
        {
            var values = new Dictionary<string, string>();
            Put(values, "mail", user.Email);
            Put(values, "plan", user.Plan);
            Console.WriteLine(Take(values, "plan"));
            Console.WriteLine({|INS3005:Take(values, "mail")|});
        }
        """));

    /// <summary>By a function that somebody calls some day, by reference, by address, on the way back in a loop.</summary>
    [Theory]
    [InlineData("var isOn = false; Register(() => isOn = true); if (isOn) Console.WriteLine({|INS3005:mail|});")]
    [InlineData("var isOn = 0; Interlocked.Increment(ref isOn); if (isOn == 1) Console.WriteLine({|INS3005:mail|});")]
    [InlineData("var isOn = 0; unsafe { int* at = &isOn; *at = 1; } if (isOn == 1) Console.WriteLine({|INS3005:mail|});")]
    [InlineData("var isOn = false; ref var other = ref isOn; other = true; if (isOn) Console.WriteLine({|INS3005:mail|});")]
    [InlineData("var isOn = false; while (true) { if (isOn) Console.WriteLine({|INS3005:mail|}); isOn = true; }")]
    [InlineData("var isOn = false; if (isOn) Console.WriteLine(mail);")]
    public Task AVariableIsWrittenInManyWays(string statements) => Verifier.Verify(Followed.Program($$"""
        static void Register(Action later) { }
        static void Run(User user)
        {
            var mail = user.Email;
            {{statements}}
        }
        """));

    [Fact]
    public Task WhatATypeMakesForItselfIsOfThatType() => Verifier.Verify(Followed.Program("""
        interface IDimension { string Of(User user); }
        sealed class ByPlan : IDimension { public string Of(User user) => user.Plan; }
        sealed class ByMail : IDimension { public string Of(User user) => user.Email; }
        sealed class Meter(IDimension configured)
        {
            private readonly IDimension _fixed = new ByPlan();
            private static readonly IDimension s_fixed = new ByPlan();
            private readonly IDimension _replaced = new ByPlan();
            private readonly int _rest;
            public Meter(IDimension configured, int rest) : this(configured) => (_replaced, _rest) = (configured, rest);
            public void Add(User user)
            {
                Console.WriteLine(_fixed.Of(user));
                Console.WriteLine(s_fixed.Of(user));
                Console.WriteLine({|INS3005:configured.Of(user)|});
                Console.WriteLine({|INS3005:_replaced.Of(user)|});
            }
        }
        static Meter Run() => new(new ByMail());
        """));

    [Fact]
    public Task AnObjectIsOnlyWhatItWasMadeAs() => Verifier.Verify(Followed.Program("""
        abstract class Message { public string Text = ""; }
        sealed class Ping : Message;
        sealed class Mail : Message;
        static string Render(Message message) => message switch { Mail mail => mail.Text, _ => "other" };
        static void Run(User user)
        {
            var mail = user.Email;
            Console.WriteLine(Render(new Ping { Text = mail }));
            Console.WriteLine({|INS3005:Render(new Mail { Text = mail })|});
        }
        """));

    [Fact]
    public Task AHandlerCatchesItsOwnKind() => Verifier.Verify(Followed.Program("""
        static void Check(User user)
        {
            if (user.Id > 1) throw new ArgumentException(user.Plan);
            throw new FormatException({|INS3004:user.Email|});
        }
        static void Run(User user)
        {
            try { Check(user); }
            catch (ArgumentException e) { Console.WriteLine(e.Message); }
            catch (FormatException e) { Console.WriteLine({|INS3005:e.Message|}); }
        }
        """));

    [Fact]
    public Task ElementsAreCountedFromTheEnd() => Verifier.Verify(Followed.Program("""
        static void Run(User user)
        {
            string[] row = [user.Id.ToString(), user.Email, user.Plan];
            Console.WriteLine(row[^1]);
            Console.WriteLine({|INS3005:row[^2]|});
            if (row is [var first, var second, ..]) { Console.WriteLine(first); Console.WriteLine({|INS3005:second|}); }
            if (row is [.., var before, var last]) { Console.WriteLine({|INS3005:before|}); Console.WriteLine(last); }
        }
        """));

    [Fact]
    public Task ACollectionOfTheProgramsOwnHoldsWhatItsMethodPutsThere() => Verifier.Verify(Followed.Program("""
        class Names : IEnumerable<string>
        {
            private readonly List<string> _items = [];
            public void Add(string name) => _items.Insert(0, name);
            public IEnumerator<string> GetEnumerator() => _items.GetEnumerator();
            System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
        }
        class Masked : IEnumerable<string>
        {
            private readonly List<string> _items = [];
            public void Add(string name) => _items.Add(name.Length > 9 ? "long" : "short");
            public IEnumerator<string> GetEnumerator() => _items.GetEnumerator();
            System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
        }
        static void Run(User user)
        {
            Names names = [user.Email];
            Masked masked = [user.Email];
            Console.WriteLine({|INS3005:string.Join(' ', names)|});
            Console.WriteLine(string.Join(' ', masked));
        }
        """));

    [Fact]
    public Task AFormatterOfTheProgramsOwnWritesWhatIsThere() => Verifier.Verify(Followed.Program("""
        class Hiding : IFormatProvider, ICustomFormatter
        {
            public object? GetFormat(Type? type) => this;
            public string Format(string? format, object? value, IFormatProvider? provider) => "?";
        }
        class Loud : IFormatProvider, ICustomFormatter
        {
            public object? GetFormat(Type? type) => this;
            public string Format(string? format, object? value, IFormatProvider? provider) => value + "!";
        }
        static void Run(User user)
        {
            var mail = user.Email;
            Console.WriteLine(string.Format(new Hiding(), "{0}", mail));
            Console.WriteLine({|INS3005:string.Format(new Loud(), "{0}", mail)|});
        }
        """));

    /// <summary>Whoever is called meanwhile finds it, though it is gone at the end.</summary>
    [Fact]
    public Task WhatAStaticFieldHoldsForAWhileIsFound() => Verifier.Verify(Followed.Program("""
        static string? s_current;
        static readonly AsyncLocal<string?> s_ambient = new();
        static void Run(User user, Action body)
        {
            s_current = user.Email;
            Work();
            s_current = null;
            s_ambient.Value = user.Email;
            body();
            s_ambient.Value = null;
        }
        static void Work() => Console.WriteLine({|INS3005:s_current|});
        static void Later() => Console.WriteLine({|INS3005:s_ambient.Value|});
        """));

    [Fact]
    public Task ATestSaysWhichObjectItIs() => Verifier.Verify(Followed.Program("""
        abstract record Message(int Id);
        sealed record Ping(int Id) : Message(Id);
        sealed record Mail(int Id, string To) : Message(Id);
        static void Run(User user, bool isPing)
        {
            Message message = isPing ? new Ping(1) : new Mail(1, user.Email);
            if (message is Ping) Console.WriteLine(message);
            else Console.WriteLine({|INS3005:message|});
            if (message is not Mail) Console.WriteLine(message);
        }
        """));

    /// <summary>A text that is handed on as an object is still a text.</summary>
    [Fact]
    public Task WhatIsInABoxIsKnown() => Verifier.Verify(Followed.Program("""
        static string Kind(object? value) => value switch { null => "nothing", int number => number.ToString(), _ => value.GetType().Name };
        static string Text(object? value) => value switch { string text => text.Trim(), _ => "" };
        static void Run(User user)
        {
            var mail = user.Email;
            Console.WriteLine(Kind(mail));
            Console.WriteLine({|INS3005:Text(mail)|});
        }
        """));

    [Fact]
    public Task WhatReturnsItselfIsTheSameObject() => Verifier.Verify(Followed.Program("""
        sealed class Trail
        {
            private readonly System.Text.StringBuilder _text = new();
            public Trail Note(string text) { _text.Append(text); return this; }
            public string Text() => _text.ToString();
        }
        sealed class Service
        {
            private readonly Trail _mine = new(), _theirs = new();
            public void Change(User user) { _mine.Note("mail ").Note(user.Email); _theirs.Note("plan ").Note(user.Plan); }
            public void Flush() { Console.WriteLine({|INS3005:_mine.Text()|}); Console.WriteLine(_theirs.Text()); }
        }
        """));

    /// <summary>There the statements of one method are members of the file.</summary>
    [Fact]
    public void SoIsAVariableOfTopLevelStatements()
    {
        var program = Generation.Of(
            [new SourceFile("/app/Program.cs", """
                var isOn = false;
                Console.CancelKeyPress += (_, _) => isOn = true;
                var user = System.Text.Json.JsonSerializer.Deserialize<User>(args[0])!;
                if (isOn) Console.WriteLine(user.Email);
                public class User { [Pii] public string Email { get; set; } = ""; }
                """)],
            adjust: static options => options.WithOutputKind(OutputKind.ConsoleApplication));

        Assert.Single(Followed.Of(program.Output).Findings);
    }
}
