namespace Instrumentation.Operations.Tests;

/// <summary>
/// Tests with a web program in this process take turns: each has the meter <c>Microsoft.AspNetCore.Hosting</c>, OpenTelemetry's SDK merges
/// meters of one name, and the program that ends first takes the other's series along.
/// </summary>
[CollectionDefinition(Name)]
public sealed class WebPrograms
{
    internal const string Name = "web programs";
}
