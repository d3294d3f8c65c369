namespace Instrumentation.Annotator;

/// <summary>What was done.</summary>
/// <param name="Files">The files that changed.</param>
/// <param name="Methods">The annotations that were added or taken away.</param>
/// <param name="AlreadyAnnotated">Methods that had an annotation, or an opt-out, before.</param>
/// <param name="OtherParts">Parts of partial methods that were left alone because another part is annotated.</param>
/// <param name="Unreadable">Files that do not parse, and why; they were left alone.</param>
public sealed record AnnotationCounts(int Files, int Methods, int AlreadyAnnotated, int OtherParts, IReadOnlyList<string> Unreadable);
