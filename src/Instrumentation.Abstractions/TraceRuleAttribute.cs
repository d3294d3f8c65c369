namespace Instrumentation;

/// <summary>
/// Traces every method whose full name matches a pattern: <c>[assembly: TraceRule("Acme.Orders.**.*Async")]</c>.
/// <c>*</c> stands for any part of one name, <c>**</c> for any number of names, a leading <c>-</c> excludes. The last match wins.
/// </summary>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class TraceRuleAttribute(string pattern) : Attribute
{
    /// <summary>The pattern over <c>Namespace.Type.Method</c>.</summary>
    public string Pattern { get; } = pattern;
}
