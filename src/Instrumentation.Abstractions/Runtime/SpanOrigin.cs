using System.ComponentModel;
using System.Diagnostics;

namespace Instrumentation.Runtime;

/// <summary>Where a span comes from besides the current one: an explicit parent, and links. Filled by generated code before the span starts, so that samplers see it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct SpanOrigin
{
    private List<ActivityLink>? _links;

    internal readonly bool IsEmpty => _links is null && ParentContext == default;

    internal ActivityContext ParentContext { get; private set; }

    internal readonly IEnumerable<ActivityLink>? Links => _links;

    /// <summary>Sets the parent; without one it is the current span.</summary>
    public void Parent(ActivityContext? parent) => ParentContext = parent ?? default;

    /// <summary>Sets the parent.</summary>
    public void Parent(Activity? parent) => ParentContext = parent?.Context ?? default;

    /// <summary>Sets the parent from a <c>traceparent</c> (W3C Trace Context). Anything else is as good as none.</summary>
    public void Parent(string? traceParent) => ParentContext = Read(traceParent);

    /// <summary>Adds a link.</summary>
    public void Link(ActivityContext? linked)
    {
        if (linked is { } context && context != default) Add(new ActivityLink(context));
    }

    /// <summary>Adds a link.</summary>
    public void Link(Activity? linked) => Link(linked?.Context);

    /// <summary>Adds a link to a <c>traceparent</c>.</summary>
    public void Link(string? traceParent) => Link(Read(traceParent));

    /// <summary>Adds a link.</summary>
    public void Link(ActivityLink linked)
    {
        if (linked.Context != default) Add(linked);
    }

    /// <summary>Adds links.</summary>
    public void Link(IEnumerable<ActivityLink>? linked)
    {
        foreach (var link in linked ?? []) Link(link);
    }

    /// <summary>Adds links.</summary>
    public void Link(IEnumerable<ActivityContext>? linked)
    {
        foreach (var context in linked ?? []) Link(context);
    }

    /// <summary>Adds links to <c>traceparent</c>s.</summary>
    public void Link(IEnumerable<string?>? traceParents)
    {
        foreach (var traceParent in traceParents ?? []) Link(traceParent);
    }

    private void Add(ActivityLink link) => (_links ??= []).Add(link);

    private static ActivityContext Read(string? traceParent) =>
        ActivityContext.TryParse(traceParent, null, isRemote: true, out var context) ? context : default;
}
