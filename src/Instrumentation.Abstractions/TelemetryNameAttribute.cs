namespace Instrumentation;

/// <summary>Names the assembly's <c>ActivitySource</c> and <c>Meter</c>; they are named after the assembly when this is not set.</summary>
/// <param name="name">The name, as listeners and exporters see it.</param>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class TelemetryNameAttribute(string name) : Attribute
{
    /// <summary>The name.</summary>
    public string Name { get; } = name;
}
