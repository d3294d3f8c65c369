using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;

namespace Instrumentation.Testing;

/// <summary>
/// Checks a rule against source with marks: <c>{|INS3001:user.Email|}</c>. The package that checks is the successor of
/// <c>Microsoft.CodeAnalysis.CSharp.SourceGenerators.Testing.XUnit</c> and its siblings, which are no longer published.
/// </summary>
public static class RuleVerifier<TAnalyzer>
    where TAnalyzer : DiagnosticAnalyzer, new()
{
    /// <summary>Fails unless the analyzer reports exactly what is marked.</summary>
    public static Task Verify(string source, params DiagnosticResult[] expected)
    {
        var test = new Test { TestCode = source };
        test.ExpectedDiagnostics.AddRange(expected);
        return test.RunAsync(CancellationToken.None);
    }

    /// <summary>Fails unless the analyzer reports exactly what is marked in any of the files.</summary>
    public static Task Verify(IEnumerable<string> sources)
    {
        var test = new Test();
        foreach (var source in sources) test.TestState.Sources.Add(source);
        return test.RunAsync(CancellationToken.None);
    }

    private sealed class Test : CSharpAnalyzerTest<TAnalyzer, DefaultVerifier>
    {
        public Test()
        {
            // Nothing is to be restored: the references are the ones the tests run on.
            ReferenceAssemblies = new ReferenceAssemblies("none");
            TestState.AdditionalReferences.AddRange(TestReferences.All);
            TestState.Sources.Add(("/0/Usings.cs", """
                global using System;
                global using System.Collections.Generic;
                global using System.IO;
                global using System.Linq;
                global using System.Threading.Tasks;
                global using Instrumentation;
                global using Microsoft.Extensions.Logging;
                """));
        }

        protected override CompilationOptions CreateCompilationOptions() =>
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, allowUnsafe: true);

        protected override ParseOptions CreateParseOptions() => new CSharpParseOptions(LanguageVersion.Preview, DocumentationMode.Diagnose)
            .WithFeatures([new("InterceptorsNamespaces", "Instrumentation.Generated")]);
    }
}
