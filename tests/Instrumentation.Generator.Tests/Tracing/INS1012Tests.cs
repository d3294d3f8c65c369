using Instrumentation.Testing;
using Verifier = Instrumentation.Testing.RuleVerifier<Instrumentation.Generator.Tracing.ErrorPolicyAnalyzer>;

namespace Instrumentation.Generator.Tests.Tracing;

/// <summary>Entries of the error policy that match nothing.</summary>
public sealed class INS1012Tests
{
    [Fact]
    public Task EachEntryIsReportedWhereItStands() => Verifier.Verify("""
        [assembly: ErrorPolicy(
            NotErrors = new[] { typeof(KeyNotFoundException), {|INS1012:typeof(string)|}, typeof(Acme.Missing), {|INS1012:typeof(Acme.Outer.Hidden)|} },
            ErrorResults = new[] { "Acme.Result.IsFailure", "!Acme.Result.IsFine", {|INS1012:"Acme.Result.Value"|}, {|INS1012:"Acme.Result.Nothing"|}, {|INS1012:"Nowhere.Result.IsFailure"|}, {|INS1012:"IsFailure"|}, "Acme.Outer.Inner.Failed" })]
        namespace Acme
        {
            public class Missing : Exception;
            public class Result<T> { public bool IsFailure => false; public bool? IsFine => true; public T? Value => default; }
            public class Outer { internal class Hidden; public class Inner { public bool Failed; } }
        }
        """);

    [Fact]
    public Task TheMessageNamesWhatIsMissing() => Verifier.VerifyMessage(
        "[assembly: ErrorPolicy(ErrorResults = new[] { {|#0:\"Acme.Result.IsFailed\"|} })] namespace Acme { public class Result { public bool IsFailure; } }",
        "INS1012",
        "This entry of the error policy has no effect: 'Acme.Result' has no readable bool member 'IsFailed'");
}
