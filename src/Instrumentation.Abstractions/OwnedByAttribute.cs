namespace Instrumentation;

/// <summary>The team that is called when the operation fails. It feeds alert routes and runbooks.</summary>
/// <param name="team">The team's name, as on-call schedules know it.</param>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface | AttributeTargets.Assembly)]
public sealed class OwnedByAttribute(string team) : Attribute
{
    /// <summary>The team's name.</summary>
    public string Team { get; } = team;
}
