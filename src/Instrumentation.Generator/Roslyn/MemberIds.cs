namespace Instrumentation.Generator.Roslyn;

/// <summary>Reads the ids that documentation comments name members by: <c>M:Acme.Users.Find``1(System.Int32)~System.String</c>.</summary>
internal static class MemberIds
{
    private const string Constructor = "#ctor";

    /// <summary>The simple name of a member or type, as its symbol has it.</summary>
    public static string NameOf(string id) => Parts(id)[^1].Replace(Constructor, ".ctor");

    /// <summary>The word that stands where a member or type is used: its name, or its type's where that is not written.</summary>
    public static string WordOf(string id)
    {
        var parts = Parts(id);
        return parts[^1] is Constructor or "Item" || parts[^1].StartsWith("op_", StringComparison.Ordinal) ? parts[^2] : parts[^1];
    }

    /// <summary>The name of a type without its namespace and its arity.</summary>
    public static string SimpleName(string type) => Parts(type)[^1];

    private static string[] Parts(string id) => [.. id.Split('(', '~')[0].Split('.', ':').Select(static part => part.Split('`')[0])];
}
