using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using Microsoft.Extensions.FileSystemGlobbing;

namespace Instrumentation.Annotator;

/// <summary>Annotates all methods of a folder of C# files, or takes the annotations away again.</summary>
public static class FolderAnnotator
{
    /// <summary>Changes the files of <paramref name="folder"/>.</summary>
    public static AnnotationCounts Run(string folder, AnnotatorOptions options)
    {
        var parsing = CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Preview).WithPreprocessorSymbols(options.Defined.IsDefault ? [] : options.Defined);
        var unreadable = new List<string>();
        var files = new List<(SourceFile File, CompilationUnitSyntax Root)>();
        foreach (var path in FilesOf(folder, options))
        {
            var file = SourceFile.Read(path);
            var tree = CSharpSyntaxTree.ParseText(file.Text, parsing, path);
            if (tree.GetDiagnostics().FirstOrDefault(static problem => problem.Severity == DiagnosticSeverity.Error) is { } error) unreadable.Add(error.ToString());
            else files.Add((file, tree.GetCompilationUnitRoot()));
        }

        var counts = options.Undo ? Undo(files) : Annotate(files, options);
        return counts with { Unreadable = unreadable };
    }

    private static IEnumerable<string> FilesOf(string folder, AnnotatorOptions options)
    {
        var matcher = new Matcher(StringComparison.Ordinal).AddInclude("**/*.cs").AddExclude("**/bin/**").AddExclude("**/obj/**");
        if (!options.Excluded.IsDefault) matcher.AddExcludePatterns(options.Excluded);
        return matcher.GetResultsInFullPath(folder).Order(StringComparer.Ordinal);
    }

    private static AnnotationCounts Annotate(List<(SourceFile File, CompilationUnitSyntax Root)> files, AnnotatorOptions options)
    {
        var methods = files.SelectMany(static file => MethodFinder.MethodsOf(file.Root)).Where(method => !options.PublicOnly || MethodFinder.IsPublic(method)).ToList();
        var annotated = methods.Where(static method => !MethodFinder.HasAnnotation(method)).ToList();
        var chosen = annotated.Where(static method => !MethodFinder.IsPartial(method)).Concat(OnePartEach(methods)).ToHashSet();

        var changed = 0;
        foreach (var (file, root) in files)
        {
            var changes = MethodFinder.MethodsOf(root).Where(chosen.Contains)
                .Select(method => new TextChange(new TextSpan(MethodFinder.Place(method), 0), options.Annotation)).ToList();
            if (changes.Count == 0) continue;
            file.Write(changes);
            changed++;
        }

        return new AnnotationCounts(changed, chosen.Count, methods.Count - annotated.Count, annotated.Count - chosen.Count, []);
    }

    // An attribute of either part is one of the method. The part without a body comes first: the other may be generated.
    private static IEnumerable<MethodDeclarationSyntax> OnePartEach(IEnumerable<MethodDeclarationSyntax> methods) => methods
        .Where(MethodFinder.IsPartial)
        .GroupBy(MethodFinder.PartialKey, StringComparer.Ordinal)
        .Where(static parts => !parts.Any(MethodFinder.HasAnnotation))
        .Select(static parts => parts.OrderBy(MethodFinder.HasBody).First());

    private static AnnotationCounts Undo(List<(SourceFile File, CompilationUnitSyntax Root)> files)
    {
        var (changed, removed) = (0, 0);
        foreach (var (file, root) in files)
        {
            var changes = AddedTo(file.Text, root).Select(static span => new TextChange(span, "")).ToList();
            if (changes.Count == 0) continue;
            file.Write(changes);
            changed++;
            removed += changes.Count;
        }

        return new AnnotationCounts(changed, removed, 0, 0, []);
    }

    // Other symbols may have been defined when they were added, so code that is not compiled is looked through as well.
    private static IEnumerable<TextSpan> AddedTo(SourceText text, CompilationUnitSyntax root)
    {
        var lists = MethodFinder.MethodsOf(root).SelectMany(static method => method.AttributeLists).Select(static list => list.SpanStart);
        var disabled = root.DescendantTrivia().Where(static trivia => trivia.IsKind(SyntaxKind.DisabledTextTrivia)).SelectMany(Occurrences);
        foreach (var start in lists.Concat(disabled).Order())
        {
            if (AnnotatorOptions.Annotations.FirstOrDefault(annotation => StandsAt(text, start, annotation)) is { } found) yield return new TextSpan(start, found.Length);
        }
    }

    private static IEnumerable<int> Occurrences(SyntaxTrivia trivia)
    {
        var text = trivia.ToString();
        for (var at = text.IndexOf('['); at >= 0; at = text.IndexOf('[', at + 1)) yield return trivia.SpanStart + at;
    }

    private static bool StandsAt(SourceText text, int start, string annotation) =>
        start + annotation.Length <= text.Length && text.ToString(new TextSpan(start, annotation.Length)) == annotation;
}
