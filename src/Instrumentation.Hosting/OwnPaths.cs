using Microsoft.AspNetCore.Http;

namespace Instrumentation.Hosting;

/// <summary>The paths that are served here. Requests for them are no traffic of the application's.</summary>
internal static class OwnPaths
{
    public static bool Contains(InstrumentationOptions options, PathString path) =>
        Is(options.MetricsPath, path) || Is(options.LivePath, path) || Is(options.ReadyPath, path);

    private static bool Is(string? own, PathString path) => !string.IsNullOrEmpty(own) && path.Equals(own, StringComparison.OrdinalIgnoreCase);
}
