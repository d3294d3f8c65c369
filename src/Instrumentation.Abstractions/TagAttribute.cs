namespace Instrumentation;

/// <summary>
/// Makes a parameter, a member of the instance or the return value an attribute of the span. Nothing is captured unless it is asked for.
/// On a method or a type it is an attribute that is always the same: <c>[Tag("component", Value = "billing")]</c>.
/// </summary>
[AttributeUsage(
    AttributeTargets.Parameter | AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.ReturnValue
    | AttributeTargets.Method | AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface,
    AllowMultiple = true)]
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

    /// <summary>On a method or a type: the value, a text, a number, a bool or an enum. A type's tags are those of all its traced methods.</summary>
    public object? Value { get; set; }

    /// <summary>
    /// The member path of a <c>bool</c>, without which the attribute is not set: <c>order.IsPaid</c>, <c>this.IsVerbose</c>,
    /// <c>return.HasErrors</c> (for tags of the return value).
    /// </summary>
    public string? When { get; set; }

    /// <summary>The only values that the tag may take; anything else is recorded as <c>other</c>.</summary>
    public string[]? Values { get; set; }
}
