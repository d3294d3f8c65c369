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
    public static Task Verify(string source, params DiagnosticResult[] expected) => Verify(source, new RuleSetting(), expected);

    /// <summary>Fails unless the analyzer reports exactly what is marked, in a project with these settings.</summary>
    public static Task Verify(string source, RuleSetting setting, params DiagnosticResult[] expected)
    {
        var test = new Test(setting) { TestCode = source };
        test.ExpectedDiagnostics.AddRange(expected);
        return test.RunAsync(CancellationToken.None);
    }

    /// <summary>Fails unless the analyzer reports exactly what is marked in any of the files.</summary>
    public static Task Verify(IEnumerable<string> sources)
    {
        var test = new Test(new RuleSetting());
        foreach (var source in sources) test.TestState.Sources.Add(source);
        return test.RunAsync(CancellationToken.None);
    }

    /// <summary>
    /// Fails unless the analyzer reports, at the place that is marked <c>{|#0:…|}</c>, exactly that message; <c>{|#1:…|}</c> is the other
    /// place that it points to, if it does.
    /// </summary>
    public static Task VerifyMessage(string source, string id, string message)
    {
        var descriptor = new TAnalyzer().SupportedDiagnostics.Single(descriptor => descriptor.Id == id);
        var expected = new DiagnosticResult(descriptor).WithLocation(0).WithMessage(message);
        return Verify(source, source.Contains("{|#1:", StringComparison.Ordinal) ? expected.WithLocation(1) : expected);
    }

    private sealed class Test : CSharpAnalyzerTest<TAnalyzer, DefaultVerifier>
    {
        private readonly RuleSetting _setting;

        public Test(RuleSetting setting)
        {
            _setting = setting;

            // Each would run the analyzers once more; RuleConventionTests and the pragma tests of the rule families stand for them.
            TestBehaviors = TestBehaviors.SkipGeneratedCodeCheck | TestBehaviors.SkipSuppressionCheck;

            // Nothing is to be restored: the references are the ones the tests run on.
            ReferenceAssemblies = new ReferenceAssemblies("none");
            TestState.AdditionalReferences.AddRange(TestReferences.All);
            if (setting.References is not null) TestState.AdditionalReferences.AddRange(setting.References);
            TestState.Sources.Add(("/0/Usings.cs", """
                global using System;
                global using System.Collections.Generic;
                global using System.IO;
                global using System.Linq;
                global using System.Threading;
                global using System.Threading.Tasks;
                global using Instrumentation;
                global using Microsoft.Extensions.Logging;
                """));
            foreach (var (name, text) in setting.Files ?? []) TestState.AdditionalFiles.Add((name, text));
            if (setting.GlobalConfig is { } global) TestState.AnalyzerConfigFiles.Add(("/.globalconfig", "is_global = true\n" + global));
            if (setting.EditorConfig is { } config) TestState.AnalyzerConfigFiles.Add(("/.editorconfig", "root = true\n[*.cs]\n" + config));
        }

        protected override CompilationOptions CreateCompilationOptions() =>
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, allowUnsafe: true);

        protected override ParseOptions CreateParseOptions() => new CSharpParseOptions(_setting.Language, DocumentationMode.Diagnose)
            .WithFeatures(_setting.Interceptors is { } namespaces ? [new("InterceptorsNamespaces", namespaces)] : []);
    }
}

/// <summary>What may differ from project to project.</summary>
/// <param name="EditorConfig">Lines for C# files in .editorconfig.</param>
/// <param name="Language">The version of C#.</param>
/// <param name="Interceptors">The namespaces that may intercept.</param>
/// <param name="GlobalConfig">Lines in .globalconfig, which also hold for what is reported of the project as a whole.</param>
/// <param name="References">Further references.</param>
/// <param name="Files">Additional files.</param>
public sealed record RuleSetting(
    string? EditorConfig = null,
    LanguageVersion Language = LanguageVersion.Preview,
    string? Interceptors = "Instrumentation.Generated",
    string? GlobalConfig = null,
    IReadOnlyList<MetadataReference>? References = null,
    IReadOnlyList<(string Name, string Text)>? Files = null);
