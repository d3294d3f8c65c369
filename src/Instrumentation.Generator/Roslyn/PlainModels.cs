using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Roslyn;

/// <summary>
/// Semantic models that do not follow nullable values. Which method is called does not depend on those, and without them the compiler
/// binds a statement where it would bind, and analyze, the whole body around it.
/// </summary>
internal static class PlainModels
{
    private static bool s_isMissing;

    public static SemanticModel Of(SyntaxTree tree, Compilation compilation)
    {
        if (!s_isMissing)
        {
            try
            {
                return WithoutNullability(tree, compilation);
            }
            catch (Exception exception) when (exception is MissingMemberException or TypeLoadException)
            {
                // It is announced as experimental. A compiler without it gives the same answers, more slowly.
                s_isMissing = true;
            }
        }

        return compilation.GetSemanticModel(tree);
    }

    // A method of its own, so that a compiler without the member fails here and not in the caller.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static SemanticModel WithoutNullability(SyntaxTree tree, Compilation compilation) =>
#pragma warning disable RSEXPERIMENTAL001
        compilation.GetSemanticModel(tree, SemanticModelOptions.DisableNullableAnalysis);
#pragma warning restore RSEXPERIMENTAL001
}
