using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Methods;

/// <summary>Where something stands: the file as the compiler knows it, and a line that counts from 1.</summary>
internal sealed record SourcePosition(string Path, int Line)
{
    /// <summary>Nowhere: for steps that a moved line must not rerun.</summary>
    public static SourcePosition None { get; } = new("", 0);

    /// <summary>The path relative to the project with <c>/</c>, so that the catalog is the same on every machine.</summary>
    public SourcePosition RelativeTo(string? projectDirectory)
    {
        var file = Path.Replace('\\', '/');
        var root = projectDirectory?.Replace('\\', '/').TrimEnd('/') + "/";
        if (projectDirectory is not null && file.StartsWith(root, StringComparison.Ordinal)) return this with { Path = file.Substring(root.Length) };

        // A linked file, from outside of the project: its name says enough, its folder would name a machine.
        return this with { Path = file.Substring(file.LastIndexOf('/') + 1) };
    }
}

/// <summary>Reads positions.</summary>
internal static class SourcePositions
{
    public static SourcePosition Of(ISymbol symbol) =>
        symbol.Locations.FirstOrDefault(static location => location.IsInSource) is { } location ? Of(location) : SourcePosition.None;

    public static SourcePosition Of(Location location)
    {
        var span = location.GetLineSpan();
        return new SourcePosition(span.Path, span.StartLinePosition.Line + 1);
    }
}
