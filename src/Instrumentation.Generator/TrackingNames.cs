namespace Instrumentation.Generator;

/// <summary>The names of the pipeline's steps, for the tests that prove them cached.</summary>
internal static class TrackingNames
{
    public const string Methods_Parse = nameof(Methods_Parse);
    public const string Interception_Calls = nameof(Interception_Calls);
    public const string Interception_Bodies = nameof(Interception_Bodies);
    public const string Interception_Locations = nameof(Interception_Locations);
    public const string Project_Facts = nameof(Project_Facts);
    public const string Telemetry_Emit = nameof(Telemetry_Emit);
    public const string Catalog_Emit = nameof(Catalog_Emit);
    public const string Catalog_PersonalData = nameof(Catalog_PersonalData);
    public const string Metrics_Observed = nameof(Metrics_Observed);
    public const string Partials_Emit = nameof(Partials_Emit);
    public const string Decorators_Parse = nameof(Decorators_Parse);
    public const string Decorators_Emit = nameof(Decorators_Emit);
    public const string Coverage_Emit = nameof(Coverage_Emit);
    public const string Privacy_Facts = nameof(Privacy_Facts);
    public const string Health_Parse = nameof(Health_Parse);
    public const string Health_Emit = nameof(Health_Emit);
}
