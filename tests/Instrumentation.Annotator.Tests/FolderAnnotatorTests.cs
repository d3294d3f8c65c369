using System.Text;

namespace Instrumentation.Annotator.Tests;

public sealed class FolderAnnotatorTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("annotator").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("class C { void M() { } }", "class C { ^void M() { } }")]
    [InlineData("class C { private static async Task<T> M<T>() => default; }", "class C { ^private static async Task<T> M<T>() => default; }")]
    [InlineData("interface I { int M(); } struct S : I { int I.M() => 1; }", "interface I { ^int M(); } struct S : I { ^int I.M() => 1; }")]
    [InlineData("record R(int X) { extern void M(); }", "record R(int X) { ^extern void M(); }")]
    [InlineData("class C { /// doc\n    [A]\n    [return: B] public int M() => 1; }", "class C { /// doc\n    [A]\n    [return: B] ^public int M() => 1; }")]
    [InlineData("static class E { extension(int x) { int M() => x; } }", "static class E { extension(int x) { ^int M() => x; } }")]
    [InlineData("class C { void M() { void L() { } L(); } C() { } ~C() { } int P => 1; }", "class C { ^void M() { void L() { } L(); } C() { } ~C() { } int P => 1; }")]
    [InlineData("class C { [Traced] void M() { } [Instrumentation.NotTraced] void N() { } }", "class C { [Traced] void M() { } [Instrumentation.NotTraced] void N() { } }")]
    public void EveryMethodDeclarationIsAnnotatedAndNothingElse(string before, string after)
    {
        Write("C.cs", before);
        FolderAnnotator.Run(_folder, new AnnotatorOptions());
        Assert.Equal(after.Replace("^", "[global::Instrumentation.Traced] "), Read("C.cs"));
    }

    [Fact]
    public void OnlyOnePartOfAPartialMethodIsAnnotatedAlsoAcrossFiles()
    {
        Write("A.cs", "namespace N { partial class C { partial void M(System.String x) { } } }");
        Write("B.cs", "namespace N { partial class C { partial void M(String? x); partial void M(int x); } }");

        var counts = FolderAnnotator.Run(_folder, new AnnotatorOptions());

        Assert.DoesNotContain("Traced", Read("A.cs"));
        Assert.Equal(2, Read("B.cs").Split("Traced").Length - 1);
        Assert.Equal((2, 1), (counts.Methods, counts.OtherParts));
    }

    [Fact]
    public void CodeThatIsNotCompiledIsNotAnnotated()
    {
        const string Source = "class C\n{\n#if NEW\n    void M() { }\n#else\n    void N() { }\n#endif\n}\n";
        Write("C.cs", Source);

        FolderAnnotator.Run(_folder, new AnnotatorOptions(Defined: ["NEW"]));
        Assert.Equal(Source.Replace("void M", "[global::Instrumentation.Traced] void M"), Read("C.cs"));

        // Another run, under other symbols, still finds what was added.
        FolderAnnotator.Run(_folder, new AnnotatorOptions(Undo: true));
        Assert.Equal(Source, Read("C.cs"));
    }

    [Theory]
    [InlineData("utf-8", true)]
    [InlineData("utf-8", false)]
    [InlineData("utf-16", true)]
    [InlineData("iso-8859-1", false)]
    public void TheBytesAroundAnAnnotationStayAsTheyAreAndUndoBringsTheFileBack(string encodingName, bool mark)
    {
        var encoding = Encoding.GetEncoding(encodingName);
        byte[] Bytes(string text) => [.. mark ? encoding.GetPreamble() : [], .. encoding.GetBytes(text)];
        const string Source = "// \u00e4\u00f6\r\nclass C\r\n{\n\tvoid M() { }\r\n}  ";
        File.WriteAllBytes(PathOf("C.cs"), Bytes(Source));

        FolderAnnotator.Run(_folder, new AnnotatorOptions(Measured: true));
        Assert.Equal(Bytes(Source.Replace("void", "[global::Instrumentation.Traced, global::Instrumentation.Measured] void")), File.ReadAllBytes(PathOf("C.cs")));

        FolderAnnotator.Run(_folder, new AnnotatorOptions(Undo: true));
        Assert.Equal(Bytes(Source), File.ReadAllBytes(PathOf("C.cs")));
    }

    [Fact]
    public void ExcludedGeneratedAndUnreadableFilesAreLeftAlone()
    {
        const string Source = "class C { void M() { } }";
        foreach (var file in new[] { "obj/A.cs", "bin/B.cs", "Old/C.cs" }) Write(file, Source);
        Write("Broken.cs", "class C { void M( { }");

        var counts = FolderAnnotator.Run(_folder, new AnnotatorOptions(Excluded: ["Old/**"]));

        Assert.Equal(0, counts.Methods);
        Assert.StartsWith(PathOf("Broken.cs") + "(1,19): error CS1026", Assert.Single(counts.Unreadable), StringComparison.Ordinal);
        Assert.Equal(Source, Read("Old/C.cs"));
    }

    [Fact]
    public void OnlyWhatIsPublicThroughoutIsAnnotatedOnRequest()
    {
        Write("C.cs", "public class C { public void A() { } void B() { } class D { public void E() { } } } public interface I { void F(); private void G() { } }");
        FolderAnnotator.Run(_folder, new AnnotatorOptions(PublicOnly: true));
        Assert.Equal(
            "public class C { ^public void A() { } void B() { } class D { public void E() { } } } public interface I { ^void F(); private void G() { } }",
            Read("C.cs").Replace("[global::Instrumentation.Traced] ", "^"));
    }

    [Fact]
    public void ASecondRunChangesNothing()
    {
        Write("C.cs", "class C { void M() { } partial void P(); }");
        FolderAnnotator.Run(_folder, new AnnotatorOptions());
        var once = Read("C.cs");

        var counts = FolderAnnotator.Run(_folder, new AnnotatorOptions());

        Assert.Equal(once, Read("C.cs"));
        Assert.Equal((0, 2), (counts.Methods, counts.AlreadyAnnotated));
    }

    private string PathOf(string file) => Path.Combine(_folder, file);

    private string Read(string file) => File.ReadAllText(PathOf(file));

    private void Write(string file, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(file))!);
        File.WriteAllText(PathOf(file), text);
    }
}
