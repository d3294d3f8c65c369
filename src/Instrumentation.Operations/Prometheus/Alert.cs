using Instrumentation.Operations.Objectives;
using Instrumentation.Operations.Services;

namespace Instrumentation.Operations.Prometheus;

/// <summary>Something that people are told of. Rules, their tests, runbooks and the on-call table are all made from it.</summary>
/// <param name="Name">Its name, unique in the pack.</param>
/// <param name="Owner">The team that is told.</param>
/// <param name="Operations">The operations that it watches.</param>
internal abstract record Alert(string Name, string Owner, IReadOnlyList<ServiceOperation> Operations)
{
    /// <summary>How urgent it is.</summary>
    public abstract Severity Severity { get; }
}

/// <summary>More calls fail than the objective allows.</summary>
internal sealed record ErrorRateAlert(string Name, string Owner, IReadOnlyList<ServiceOperation> Operations, ErrorObjective Objective)
    : Alert(Name, Owner, Operations)
{
    public override Severity Severity => Severity.Critical;
}

/// <summary>More calls are slow than the objective allows.</summary>
internal sealed record LatencyAlert(string Name, string Owner, IReadOnlyList<ServiceOperation> Operations, LatencyObjective Objective)
    : Alert(Name, Owner, Operations)
{
    public override Severity Severity => Severity.Warning;
}

/// <summary>An instance that has shown the service's series cannot be scraped any more.</summary>
internal sealed record InstanceDownAlert(string Name, string Owner, IReadOnlyList<ServiceOperation> Operations)
    : Alert(Name, Owner, Operations)
{
    public override Severity Severity => Severity.Critical;
}

internal enum Severity
{
    /// <summary>Somebody is woken up.</summary>
    Critical,

    /// <summary>Somebody looks at it in working hours.</summary>
    Warning,
}
