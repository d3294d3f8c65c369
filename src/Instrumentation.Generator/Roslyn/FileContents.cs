using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Roslyn;

/// <summary>Which files of a compilation have the same content as another. The compiler names the place of a call by the content of its file.</summary>
internal sealed class FileContents
{
    private static readonly ConditionalWeakTable<Compilation, FileContents> s_perCompilation = new();

    private readonly HashSet<SyntaxTree> _repeated = [];

    private FileContents(Compilation compilation)
    {
        // Few files are as long as another, so that few are read.
        foreach (var ofOneLength in compilation.SyntaxTrees.GroupBy(static tree => tree.Length).Where(static trees => trees.Skip(1).Any()))
        {
            foreach (var equal in ofOneLength.GroupBy(static tree => Convert.ToBase64String([.. tree.GetText().GetContentHash()]), StringComparer.Ordinal))
            {
                if (equal.Skip(1).Any()) _repeated.UnionWith(equal);
            }
        }
    }

    public static FileContents Of(Compilation compilation) => s_perCompilation.GetValue(compilation, static compilation => new FileContents(compilation));

    /// <summary>Whether another file has the same content.</summary>
    public bool IsRepeated(SyntaxTree tree) => _repeated.Contains(tree);
}
