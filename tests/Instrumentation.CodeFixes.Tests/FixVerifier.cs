using Instrumentation.Generator;
using Instrumentation.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;

namespace Instrumentation.CodeFixes.Tests;

/// <summary>
/// Checks what a fix makes of marked source: <c>{|INS1002:Work|}</c>. The generator runs, so that what comes out compiles as it would for
/// a user.
/// </summary>
internal static class FixVerifier<TAnalyzer, TFix>
    where TAnalyzer : DiagnosticAnalyzer, new()
    where TFix : CodeFixProvider, new()
{
    /// <summary>Fails unless the fix makes <paramref name="after"/> of the source, one by one and all at once.</summary>
    /// <param name="before">The source, with marks.</param>
    /// <param name="after">What comes out; marks are what is left to report.</param>
    /// <param name="key">Which of several offers is taken, by its key; the first where none is named.</param>
    /// <param name="steps">How often it is applied until nothing is left.</param>
    public static Task Verify(string before, string after, string? key = null, int steps = 1)
    {
        var test = new Test { TestCode = before, FixedCode = after, CodeActionEquivalenceKey = key, NumberOfIncrementalIterations = steps, NumberOfFixAllIterations = Math.Min(steps, 1) };
        return test.RunAsync(CancellationToken.None);
    }

    /// <summary>As above, for a fix that is applied to one diagnostic at a time, in any of several files.</summary>
    public static Task VerifyOne(string[] before, string[] after, string? key = null)
    {
        var test = new Test { CodeActionEquivalenceKey = key, CodeFixTestBehaviors = CodeFixTestBehaviors.SkipFixAllCheck | CodeFixTestBehaviors.FixOne };
        foreach (var file in before) test.TestState.Sources.Add(file);
        foreach (var file in after) test.FixedState.Sources.Add(file);
        test.FixedState.MarkupHandling = MarkupMode.Allow;
        return test.RunAsync(CancellationToken.None);
    }

    /// <summary>Fails if anything is offered for the marked source.</summary>
    public static Task VerifyNothing(string source, string? key = null) => Verify(source, source, key, steps: 0);

    private sealed class Test : CSharpCodeFixTest<TAnalyzer, TFix, DefaultVerifier>
    {
        public Test()
        {
            TestBehaviors = TestBehaviors.SkipGeneratedCodeCheck | TestBehaviors.SkipSuppressionCheck | TestBehaviors.SkipGeneratedSourcesCheck;
            ReferenceAssemblies = new ReferenceAssemblies("none");
            TestState.AdditionalReferences.AddRange(TestReferences.All);
            foreach (var state in new[] { TestState, FixedState })
                state.Sources.Add(("/0/Usings.cs", """
                global using System;
                global using System.Collections.Generic;
                global using System.Linq;
                global using System.Threading;
                global using System.Threading.Tasks;
                global using Instrumentation;
                """));
            FixedState.MarkupHandling = MarkupMode.Allow;
            FixedState.InheritanceMode = StateInheritanceMode.AutoInheritAll;
        }

        protected override IEnumerable<Type> GetSourceGenerators() => [typeof(InstrumentationGenerator)];

        protected override CompilationOptions CreateCompilationOptions() =>
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, allowUnsafe: true);

        protected override ParseOptions CreateParseOptions() =>
            new CSharpParseOptions(LanguageVersion.Preview, DocumentationMode.Diagnose).WithFeatures([new("InterceptorsNamespaces", "Instrumentation.Generated")]);
    }
}
