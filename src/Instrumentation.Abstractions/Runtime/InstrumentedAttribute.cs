using System.ComponentModel;

namespace Instrumentation.Runtime;

/// <summary>Written by the build onto a method whose body it generated: the method covers itself, and its calls are left alone.</summary>
[AttributeUsage(AttributeTargets.Method)]
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class InstrumentedAttribute : Attribute;
