using Instrumentation.Testing;
using Microsoft.CodeAnalysis.CSharp;

namespace Instrumentation.Generator.Tests.Tracing;

/// <summary>Projects in an older C#, which has no words for some of what newer libraries and frameworks have.</summary>
public sealed class WildLanguagesTests
{
    /// <summary>Without ref structs as type arguments nothing generic of the framework takes such a receiver; neither does anything on .NET 8.</summary>
    [Theory]
    [InlineData(LanguageVersion.CSharp12)]
    [InlineData(LanguageVersion.CSharp13)]
    public void PrivateMethodsOfRefStructsAreCovered(LanguageVersion language)
    {
        var generation = Generation.Of(
            [new SourceFile("/app/P.cs", """
                public readonly ref struct Number
                {
                    private readonly int _value;
                    public Number(int value) => _value = value;
                    public int Twice() => Times(2);
                    [Traced] private int Times(int factor) => _value * factor;
                }
                public ref struct Sum
                {
                    private int _value;
                    public Sum(int value) => _value = value;
                    public int Go() => Add(3) + Look(1);
                    [Traced] private int Add(int other) => _value += other;
                    [Traced] private readonly int Look(int less) => _value - less;
                }
                public static class Program { public static int Run() => new Number(4).Twice() * 100 + new Sum(5).Go(); }
                """)],
            language: language);
        using var program = generation.Load();
        using var recorder = new TelemetryRecorder(program.Name);

        Assert.Equal(815, program.Call("Run"));

        Assert.Equal(["Number.Times", "Sum.Add", "Sum.Look"], recorder.Spans.Select(static span => span.DisplayName));
        Assert.DoesNotContain(generation.Result.GeneratedSources, static file => file.SourceText.ToString().Contains("Unsafe.AsRef", StringComparison.Ordinal));
    }
}
