using System.Globalization;

namespace Instrumentation.Operations.Catalog;

/// <summary>What a catalog must fulfil beyond its form, so that what is generated from it holds.</summary>
internal static class CatalogValidation
{
    /// <summary>The major version that is understood; a higher minor number only adds members.</summary>
    public const int SupportedMajor = 1;

    private const decimal LongestLatencyMs = 86_400_000;

    /// <exception cref="InputException">The major version is another one.</exception>
    public static void CheckVersion(string file, string version)
    {
        var major = version.Split('.')[0];
        if (!int.TryParse(major, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            throw new InputException(file, $"the catalog's version '{version}' is not a version", "build the project again; the build writes the catalog");
        if (number > SupportedMajor)
            throw new InputException(file, $"the catalog's format is {version}, this tool reads {SupportedMajor}.x", "update the tool: dotnet tool update Instrumentation.Operations");
        if (number < SupportedMajor)
            throw new InputException(file, $"the catalog's format is {version}, this tool reads {SupportedMajor}.x", "update the package Instrumentation.Generator and build the project again");
    }

    /// <exception cref="InputException">An objective promises what cannot be, or cannot be measured.</exception>
    public static void Check(string file, CatalogDocument catalog)
    {
        foreach (var operation in catalog.Operations)
        {
            if (operation.Objective is not { } objective) continue;
            if (objective.Availability is { } availability && (availability <= 0 || availability > 100))
                throw Impossible(file, operation, "Availability", availability, "percent: above 0, at most 100");
            if (objective.LatencyMs is { } latency && (latency <= 0 || latency > LongestLatencyMs))
                throw Impossible(file, operation, "LatencyMs", latency, "milliseconds: above 0, at most a day");
            if (objective.Percentile is { } percentile && (percentile <= 0 || percentile >= 100))
                throw Impossible(file, operation, "Percentile", percentile, "percent: above 0, below 100");
        }
    }

    private static InputException Impossible(string file, CatalogOperation operation, string member, decimal value, string allowed) => new(
        file,
        string.Create(CultureInfo.InvariantCulture, $"the objective of {operation.Function} ({operation.Location}) has {member} = {value}"),
        $"it is in {allowed}; correct the [Objective] and build again");
}
