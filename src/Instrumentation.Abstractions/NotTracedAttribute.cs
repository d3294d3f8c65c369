namespace Instrumentation;

/// <summary>Takes a method or type out of a wider rule (<see cref="TracedAttribute"/> on the type, <see cref="TraceRuleAttribute"/>).</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface)]
public sealed class NotTracedAttribute : Attribute;
