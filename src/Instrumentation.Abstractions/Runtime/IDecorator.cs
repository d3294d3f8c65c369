using System.ComponentModel;

namespace Instrumentation.Runtime;

/// <summary>A generated decorator. It makes the telemetry of a call itself, so that the caller has none to make.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IDecorator
{
    /// <summary>The object that it stands before.</summary>
    object Inner { get; }
}
