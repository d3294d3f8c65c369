namespace Instrumentation;

/// <summary>
/// Makes a parameter, a member of the instance or the return value an attribute of the span. Nothing is captured unless it is asked for.
/// </summary>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.ReturnValue, AllowMultiple = true)]
public sealed class TagAttribute : Attribute
{
    /// <summary>An attribute named after the parameter or member, in lower dotted form: <c>orderId</c> becomes <c>order.id</c>.</summary>
    public TagAttribute()
    {
    }

    /// <summary>An attribute with a name of its own: <c>[Tag("order.id")]</c>.</summary>
    public TagAttribute(string name) => Name = name;

    /// <summary>The attribute's name.</summary>
    public string? Name { get; set; }

    /// <summary>A member path below the value: <c>[return: Tag("order.id", Path = "Id")]</c>.</summary>
    public string? Path { get; set; }

    /// <summary>The only values that the tag may take; anything else is recorded as <c>other</c>.</summary>
    public string[]? Values { get; set; }
}
