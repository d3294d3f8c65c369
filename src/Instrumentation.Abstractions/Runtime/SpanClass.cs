using System.Diagnostics;

namespace Instrumentation.Runtime;

/// <summary>
/// Whether <see cref="Activity"/> can be used yet. Its static constructor makes a source, of which listeners are told while the
/// class is half made; a listener that calls an annotated method from there would end in an exception that the runtime keeps for
/// the rest of the process. Such a call goes straight through.
/// </summary>
internal static class SpanClass
{
    private static bool s_isUsable;

    internal static bool IsUsable => s_isUsable || TryUse();

    private static bool TryUse()
    {
        try
        {
            _ = Activity.Current;
            s_isUsable = true;
        }
        catch (NullReferenceException)
        {
            // The class is being made by a caller of this very call.
        }

        return s_isUsable;
    }
}
