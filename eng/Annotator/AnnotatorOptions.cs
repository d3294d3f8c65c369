using System.Collections.Immutable;

namespace Instrumentation.Annotator;

/// <summary>What is to be done with a folder of source.</summary>
/// <param name="Measured">Whether <c>[Measured]</c> is added too.</param>
/// <param name="PublicOnly">Whether only public methods of public types are annotated.</param>
/// <param name="Undo">Whether annotations that were added are taken away.</param>
/// <param name="Excluded">Patterns of files to leave alone, relative to the folder.</param>
/// <param name="Defined">The preprocessor symbols that decide which code is compiled.</param>
public sealed record AnnotatorOptions(
    bool Measured = false, bool PublicOnly = false, bool Undo = false, ImmutableArray<string> Excluded = default, ImmutableArray<string> Defined = default)
{
    /// <summary>The text that goes before a method; it adds no line, so that positions keep their line numbers.</summary>
    public string Annotation => Measured ? Annotations[1] : Annotations[0];

    /// <summary>All texts that may have been added.</summary>
    public static ImmutableArray<string> Annotations { get; } =
        ["[global::Instrumentation.Traced] ", "[global::Instrumentation.Traced, global::Instrumentation.Measured] "];
}
