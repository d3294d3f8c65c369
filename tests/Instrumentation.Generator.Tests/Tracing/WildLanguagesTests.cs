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

    [Fact]
    public void MethodsOfALibraryThatAllowRefStructsAreCovered()
    {
        var library = Generation.Of([new SourceFile("/lib/Lib.cs", """
            namespace Lib;
            public static class Texts
            {
                [Traced] public static int Size<T>(this T text) where T : allows ref struct => 3;
                [Traced] public static int Both<T, U>(T one, in U other, scoped Span<int> rest) where T : allows ref struct where U : IComparable<U>, allows ref struct => 4;
            }
            public class Box<T> where T : allows ref struct { [Traced] public int Put(T x) => 5; [Traced] protected int Keep(T x) => 6; }
            public interface IBox<T> where T : allows ref struct { [Traced] int Put(T x); }
            public class Boxes : IBox<int> { public int Put(int x) => 7; }
            public interface ISize { [Traced] int Of<T>(T x) where T : allows ref struct; }
            public class Sizes : ISize { public int Of<T>(T x) where T : allows ref struct => 7; }
            """)], assemblyName: "Lib");
        using var program = Generation.Of(
            [new SourceFile("/app/P.cs", """
                using Lib;
                public class Own : Box<string> { public int Go() => Keep("") + Put(""); }
                public static class Program
                {
                    public static int Run() => "abc".Size() + Texts.Size(1) + Texts.Both("", 1, default) + new Own().Go() + new Box<int>().Put(1)
                        + ((ISize)new Sizes()).Of("") + Decorator.Wrap<IBox<int>>(new Boxes()).Put(1);
                }
                """)],
            [library.Reference()],
            language: LanguageVersion.CSharp12).Load(library);
        using var recorder = new TelemetryRecorder("Lib");

        Assert.Equal(40, program.Call("Run"));

        Assert.Equal(["Texts.Size", "Texts.Size", "Texts.Both", "Box.Keep", "Box.Put", "Box.Put", "ISize.Of", "IBox.Put"], recorder.Spans.Select(static span => span.DisplayName));
    }
}
