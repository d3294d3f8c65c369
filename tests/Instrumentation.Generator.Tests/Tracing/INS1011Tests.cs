using Instrumentation.Testing;
using Verifier = Instrumentation.Testing.RuleVerifier<Instrumentation.Generator.Tracing.SpanOriginAnalyzer>;

namespace Instrumentation.Generator.Tests.Tracing;

/// <summary>Parents and links that no span can use.</summary>
public sealed class INS1011Tests
{
    [Fact]
    public Task WhatIsNoContextOrHasNoSpanIsReported() => Verifier.Verify("""
        using System.Diagnostics;
        public record Message(string TraceParent, int Size);
        public class Queue
        {
            [Traced] public void Wrong([{|INS1011:Parent|}] int a, [{|INS1011:Link|}] List<int> b, [{|INS1011:Parent(Path = "Size")|}] Message c, [{|INS1011:Link(Path = "Nothing")|}] Message d) { }
            [Traced] public void Twice([Parent] ActivityContext a, [{|INS1011:Parent|}] string b) { }
            [Traced(Root = true)] public void Root([{|INS1011:Parent|}] ActivityContext a, [Link] ActivityContext b) { }
            [Traced] public void Out([{|INS1011:Link|}] out ActivityContext a) => a = default;
            [Traced] public IEnumerable<int> Sequence([{|INS1011:Parent|}] ActivityContext a) { yield return 1; }
            public void NoSpan([{|INS1011:Parent|}] ActivityContext a) { }
            [Measured] public void Measured([{|INS1011:Link|}] ActivityContext a) { }
            [Traced] public void Right([Parent(Path = "TraceParent")] Message a, [Link] IEnumerable<ActivityLink> b, [Link] Activity c) { }
        }
        """);

    [Fact]
    public Task TheMessageSaysWhatAParentIs() => Verifier.VerifyMessage(
        "public class A { [Traced] public void M([{|#0:Parent|}] int id) { } }",
        "INS1011",
        "This parameter cannot be the span's parent or link: 'int' is no context; a parent is an ActivityContext, an Activity or a traceparent text, also of a member named with Path");
}
