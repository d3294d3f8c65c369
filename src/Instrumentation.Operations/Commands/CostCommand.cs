using System.CommandLine;
using Instrumentation.Operations.Catalog;
using Instrumentation.Operations.Costs;

namespace Instrumentation.Operations.Commands;

/// <summary><c>instrumentation cost ASSEMBLY... [--prices FILE] [--rate N] [--json]</c></summary>
internal static class CostCommand
{
    public static Command Create()
    {
        var files = PackOptions.Assemblies();
        var prices = new Option<string?>("--prices") { Description = "A report (.json) of Instrumentation.Benchmarks, for instance of your own machine. Without it: the tool's own price list.", HelpName = "FILE" };
        var rate = new Option<double?>("--rate") { Description = "Calls of each method in a second; prints what share of a core its telemetry takes.", HelpName = "N" };
        var asJson = new Option<bool>("--json") { Description = "Prints JSON instead of a table." };
        rate.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && result.GetValueOrDefault<double?>() is { } calls && !(calls > 0 && double.IsFinite(calls))) result.AddError("Option '--rate' is calls in a second, above 0.");
        });
        var command = new Command("cost", "Estimates what telemetry adds to a call of each annotated method: off, dropped by the sampler, recorded, and its metrics.") { files, prices, rate, asJson };
        command.SetAction(parsed =>
        {
            var list = PriceList.Read(parsed.GetValue(prices));
            var estimate = new CostEstimate(list);
            MethodCost[] methods = [.. CatalogReader.Read(parsed.GetRequiredValue(files)).SelectMany(found => estimate.Of(found.Document))];
            var output = parsed.InvocationConfiguration.Output;
            if (parsed.GetValue(asJson)) output.Write(CostText.Json(list, methods, parsed.GetValue(rate)));
            else CostText.Table(output, list, methods, parsed.GetValue(rate));
            return CommandLine.Done;
        });
        return command;
    }
}
