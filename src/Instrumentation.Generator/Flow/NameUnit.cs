namespace Instrumentation.Generator.Flow;

/// <summary>A statement without those in it, or a part of one whose value nothing else in it is made of.</summary>
internal sealed class NameUnit
{
    /// <summary>Stands for the object itself.</summary>
    public const string This = "this";

    /// <summary>Stands for a call of an indexer.</summary>
    public const string Indexer = "this[]";

    /// <summary>The locals, parameters and members in it that may hold something.</summary>
    public HashSet<string> Names { get; } = new(StringComparer.Ordinal);

    /// <summary>What is called or used without an object: a function in a local or a member, or a method of the type.</summary>
    public List<string> Called { get; } = [];

    /// <summary>What is handed on as it is: a value, or a method as a function.</summary>
    public List<string> Groups { get; } = [];

    /// <summary>All that is named in it.</summary>
    public List<string> Words { get; } = [];

    /// <summary>Whether its value is what the method returns.</summary>
    public bool IsResult { get; set; }

    /// <summary>Whether it calls what names do not tell: it throws, calls a function, or makes an object of a type that is not named.</summary>
    public bool IsOpen { get; set; }
}
