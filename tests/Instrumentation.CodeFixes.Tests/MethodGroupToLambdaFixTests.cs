using Verifier = Instrumentation.CodeFixes.Tests.FixVerifier<Instrumentation.Generator.Interception.CallCoverageAnalyzer, Instrumentation.CodeFixes.Calls.MethodGroupToLambdaFix>;

namespace Instrumentation.CodeFixes.Tests;

/// <summary>A delegate of an annotated method becomes a lambda that calls it.</summary>
public sealed class MethodGroupToLambdaFixTests
{
    private const string Service = """
        public delegate bool Parser(string text, out int number);
        public class Service
        {
            [Traced] public int Work(int x) => x;
            [Traced] public static int Count(int customer) => customer;
            [Traced] public static bool Parse(string text, out int number) => int.TryParse(text, out number);
            [Traced] public static void Swap(ref int left, in int right) { left = right; }
            [Traced] public Task<T> EchoAsync<T>(T value) => Task.FromResult(value);
            [Traced] public void Handle(object? sender, EventArgs arguments) { }
        }
        public struct Value { [Traced] public int Read() => 1; }

        """;

    [Theory]
    [InlineData("Func<int, int> f = service.{|INS1002:Work|};", "Func<int, int> f = x => service.Work(x);")]
    [InlineData("var f = list.Select(Service.{|INS1002:Count|}).ToList();", "var f = list.Select(customer => Service.Count(customer)).ToList();")]
    [InlineData("var f = service.{|INS1002:Work|};", "var f = (int x) => service.Work(x);")]
    [InlineData("Delegate f = service.{|INS1002:Work|};", "Delegate f = (int x) => service.Work(x);")]
    [InlineData("Parser f = Service.{|INS1002:Parse|};", "Parser f = (string text, out int number) => Service.Parse(text, out number);")]
    [InlineData("var f = Service.{|INS1002:Swap|};", "var f = (ref int left, in int right) => Service.Swap(ref left, in right);")]
    [InlineData("Func<int, Task<int>> f = service.{|INS1002:EchoAsync|};", "Func<int, Task<int>> f = value => service.EchoAsync(value);")]
    [InlineData("Func<int, Task<int>> f = service.{|INS1002:EchoAsync<int>|};", "Func<int, Task<int>> f = value => service.EchoAsync<int>(value);")]
    [InlineData("var f = (Func<int, int>)service.{|INS1002:Work|};", "var f = (Func<int, int>)(x => service.Work(x));")]
    [InlineData("var f = new Func<int, int>(service.{|INS1002:Work|});", "var f = new Func<int, int>(x => service.Work(x));")]
    [InlineData("int x = 1; Func<int, int> f = service.{|INS1002:Work|}; f(x);", "int x = 1; Func<int, int> f = x2 => service.Work(x2); f(x);")]
    [InlineData("EventHandler f = service.{|INS1002:Handle|};", "EventHandler f = (sender, e) => service.Handle(sender, e);")]
    public Task TheLambdaHasTheParametersOfTheDelegate(string before, string after) => Verifier.Verify(Program(before), Program(after));

    [Fact]
    public Task AllOfAFileAreWrittenAtOnce() => Verifier.Verify(
        Program("Func<int, int> f = service.{|INS1002:Work|}, g = Service.{|INS1002:Count|}; f(g(1));"),
        Program("Func<int, int> f = x => service.Work(x), g = customer => Service.Count(customer); f(g(1));"),
        steps: 2);

    [Theory]
    [InlineData("Event += service.{|INS1002:Handle|};")]
    [InlineData("Event -= new EventHandler(service.{|INS1002:Handle|});")]
    [InlineData("Func<int, int> f = Make().{|INS1002:Work|};")]
    [InlineData("Func<int> f = item.{|INS1002:Read|};")]
    [InlineData("Func<int, int> f = service.{|INS1002:Work|}; service = new Service();")]
    [InlineData("System.Linq.Expressions.Expression<Action> f = () => service.{|INS1002:Work|}(1);")]
    [InlineData("unsafe { delegate*<int, int> f = &Service.{|INS1002:Count|}; }")]
    public Task NothingIsOfferedWhereALambdaWouldNotDoTheSame(string statement) => Verifier.VerifyNothing(Program(statement));

    [Fact]
    public Task AReceiverThatIsAReadonlyFieldOrNeverAssignedIsTheSameLater() => Verifier.Verify(
        Service + Holders("other.{|INS1002:Work|}", "_own.{|INS1002:Work|}", "shared.Own.{|INS1002:Work|}"),
        Service + Holders("x => other.Work(x)", "x => _own.Work(x)", "x => shared.Own.Work(x)"),
        steps: 3);

    [Fact]
    public Task AReceiverThatIsAssignedElsewhereInItsTypeOrIsAPropertyIsNot() => Verifier.VerifyNothing(Service + """
        public class Holder(Service other)
        {
            private Service _own = new();
            public Service Property => new();
            public Func<int, int> A() => other.{|INS1002:Work|};
            public Func<int, int> B() => _own.{|INS1002:Work|};
            public Func<int, int> C() => Property.{|INS1002:Work|};
            public void Change() { other = _own; _own = other; }
        }
        """);

    [Fact]
    public Task AnElementThatIsAddedUnwrittenIsNoDelegateOfTheMethod() => Verifier.VerifyNothing("""
        public class Bag : System.Collections.IEnumerable
        {
            [Traced] public void Add(Action x) { }
            public System.Collections.IEnumerator GetEnumerator() => null!;
            public static void Plain() { }
            public static Bag Of() => new() { {|INS1002:Plain|} };
        }
        """);

    private static string Holders(string a, string b, string c) => $$"""
        public class Shared { public readonly Service Own = new(); }
        public class Holder(Service other)
        {
            private readonly Service _own = new();
            public Func<int, int> A() => {{a}};
            public Func<int, int> B() => {{b}};
            public Func<int, int> C(Shared shared) => {{c}};
        }
        """;

    private static string Program(string statement) => Service + $$"""
        public static class Program
        {
            public static event EventHandler? Event;
            public static Service Make() => new();
            public static void Run(Service service, List<int> list, Value item) { {{statement}} Event?.Invoke(null, EventArgs.Empty); }
        }
        """;
}
