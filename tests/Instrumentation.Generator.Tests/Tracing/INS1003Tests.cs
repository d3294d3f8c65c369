using Verifier = Instrumentation.Testing.RuleVerifier<Instrumentation.Generator.Tracing.TagUsageAnalyzer>;

namespace Instrumentation.Generator.Tests.Tracing;

/// <summary>Tags that no value can be read for.</summary>
public sealed class INS1003Tests
{
    [Fact]
    public Task ValuesThatHaveNoFormAndPathsThatLeadNowhereAreReportedAtTheTag() => Verifier.Verify("""
        public class Order { public int Id { get; } public Order? Next; private int Hidden { get; } public int this[int i] => i; public static int Static => 1; public int WriteOnly { set { } } }
        public class Service
        {
            [{|INS1003:Tag|}] public Order Current { get; } = new();
            [Tag(Path = "Id"), {|INS1003:Tag(Path = "Nope")|}] public Order Last = new();
            [Traced]
            [return: {|INS1003:Tag|}]
            public Order Whole([{|INS1003:Tag|}] Order order, [{|INS1003:Tag("items")|}] List<int> items, [{|INS1003:Tag|}] object any) => order;
            [Traced]
            [return: {|INS1003:Tag(Path = "Nope")|}]
            public Order Paths(
                [{|INS1003:Tag(Path = "Nope")|}] Order a, [{|INS1003:Tag(Path = "Next.Nope")|}] Order b, [{|INS1003:Tag(Path = "Hidden")|}] Order c,
                [{|INS1003:Tag(Path = "Static")|}] Order d, [{|INS1003:Tag(Path = "WriteOnly")|}] Order e, [{|INS1003:Tag(Path = "")|}] Order f) => a;
            [Traced] public void Values([Tag(Values = ["a"])] string a, [{|INS1003:Tag(Values = ["1"])|}] int b) { }
            [Traced] [return: {|INS1003:Tag|}] public void Nothing() { }
            [Traced] [return: {|INS1003:Tag|}] public Task NothingAsync() => Task.CompletedTask;
            [Traced] public void Another() { }
        }
        """);

    [Fact]
    public Task WhatCanBeRecordedIsSilent() => Verifier.Verify("""
        public enum Mode { Fast }
        public record Order(int Id, Order? Next);
        public class Service
        {
            [Tag] public string Region => "";
            [Tag(Path = "Id")] protected internal Order Current = new(1, null);
            [Traced]
            [return: Tag("placed.id", Path = "Id"), Tag("next.id", Path = "Next.Next.Id")]
            public Task<Order> Place([Tag] string a, [Tag] bool? b, [Tag] Mode c, [Tag] TimeSpan d, [Tag] Guid e, [Tag(Path = "Next.Id")] Order f, [Tag] out int g) { g = 1; return null!; }
        }
        """);

    [Theory]
    [InlineData("[{|#0:Tag|}] Order order", "This tag cannot be recorded: 'Order' has no value that a span attribute can take; name one of its members with Path")]
    [InlineData("[{|#0:Tag(Path = \"Idd\")|}] Order order", "This tag cannot be recorded: 'Order' has no property or field 'Idd'; it has Id")]
    [InlineData("[{|#0:Tag(Path = \"Hidden\")|}] Order order", "This tag cannot be recorded: 'Order.Hidden' is not accessible to generated code; make it internal")]
    public Task TheMessageSaysWhatToDo(string parameter, string message) => Verifier.VerifyMessage(
        $$"""public class Order { public int Id { get; } private int Hidden { get; } } public class C { [Traced] public void M({{parameter}}) { } }""", "INS1003", message);

    [Fact]
    public Task ConstantsAndConditionsThatCannotBeAreReported() => Verifier.Verify("""
        [{|INS1003:Tag("x")|}, {|INS1003:Tag(Value = 1)|}, {|INS1003:Tag("when", Value = 1, When = "this.IsOpen")|}, Tag("fine", Value = 1)]
        public class Shop
        {
            public bool IsOpen => true;
            [Traced, {|INS1003:Tag("a")|}, {|INS1003:Tag("b", Value = new[] { 1 })|}, {|INS1003:Tag("c", Value = 1, Path = "Length")|}, Tag("d", Value = 'x', When = "order.Length")]
            public int Sell([{|INS1003:Tag(Value = 1)|}] string order) => 1;
            [Traced]
            public bool Buy([{|INS1003:Tag(When = "order.Length")|}] string order, [{|INS1003:Tag(When = "return")|}] int x, [{|INS1003:Tag(When = "nothing")|}] int y, [Tag(When = "this.IsOpen")] int z) => true;
        }
        """.Replace("Tag(\"d\", Value = 'x', When = \"order.Length\")", "{|INS1003:Tag(\"d\", Value = 'x', When = \"order.Length\")|}"));
}
