using Verifier = Instrumentation.Testing.RuleVerifier<Instrumentation.Generator.Privacy.PiiFlowAnalyzer>;

namespace Instrumentation.Generator.Tests.Privacy;

/// <summary>What is in an object is found there, and in no other one.</summary>
public sealed class FlowObjectTests
{
    /// <summary>What is put into a list that was empty when the method was called.</summary>
    [Fact]
    public Task AListOfAnObjectIsFilledByAMethod() => Verifier.Verify(Followed.Program("""
        sealed class Editor
        {
            private readonly Stack<string> _undo = new();
            public string Text { get; private set; } = "";
            public void Set(string text) { _undo.Push(Text); Text = text; }
            public void Undo() { if (_undo.TryPop(out var text)) Text = text; }
        }
        static void Run(User user)
        {
            var editor = new Editor();
            editor.Set(user.Email);
            editor.Set(user.Plan);
            Console.WriteLine(editor.Text);
            editor.Undo();
            Console.WriteLine({|INS3005:editor.Text|});
        }
        """));

    [Fact]
    public Task AStructureIsHandedOverAsACopy() => Verifier.Verify(Followed.Program("""
        struct Slot { public string Text; }
        static void Fill(Slot slot, string text) => slot.Text = text;
        static void FillThere(ref Slot slot, string text) => slot.Text = text;
        static void Run(User user)
        {
            var slot = new Slot { Text = user.Plan };
            Fill(slot, user.Email);
            Console.WriteLine(slot.Text);
            FillThere(ref slot, user.Email);
            Console.WriteLine({|INS3005:slot.Text|});
        }
        """));

    [Fact]
    public Task AReferenceThatIsHandedBackIsOneOfThoseThatWereGiven() => Verifier.Verify(Followed.Program("""
        static ref string Pick(ref string first, ref string second, bool isFirst)
        {
            if (isFirst) return ref first;
            return ref second;
        }
        static void Run(User user, bool isFirst)
        {
            string a = "a", b = "b", c = "c";
            Pick(ref a, ref b, isFirst) = user.Email;
            Console.WriteLine({|INS3005:a|});
            Console.WriteLine({|INS3005:b|});
            Console.WriteLine(c);
        }
        """));

    [Fact]
    public Task AnArrayOfLettersIsWrittenByAMethodThatTakesOne() => Verifier.Verify(Followed.Program("""
        static void Run(User user)
        {
            var letters = user.Email.ToCharArray();
            Console.WriteLine($"{letters}");
            Console.WriteLine("" + letters);
            Console.WriteLine({|INS3005:letters|});
            Console.WriteLine({|INS3005:new string(letters)|});
        }
        """));
}
