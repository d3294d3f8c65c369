namespace Instrumentation;

/// <summary>
/// Measures each call of the method, or of a type's public methods: <c>operation.duration</c> (histogram, seconds) and
/// <c>operation.active</c> (calls under way), each with <c>code.function.name</c>, and <c>error.type</c> where the call failed.
/// Rate and error rate follow from the histogram's count.
/// </summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface)]
public sealed class MeasuredAttribute : Attribute;
