using System.CommandLine;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Instrumentation.Operations.Catalog;

namespace Instrumentation.Operations.Commands;

/// <summary><c>instrumentation catalog ASSEMBLY...</c></summary>
internal static class CatalogCommand
{
    public static Command Create()
    {
        var files = PackOptions.Assemblies();
        var command = new Command("catalog", "Prints the catalog of an assembly as JSON; of several assemblies, an array.") { files };
        command.SetAction(parsed =>
        {
            var catalogs = CatalogReader.Read(parsed.GetRequiredValue(files));
            parsed.InvocationConfiguration.Output.Write(Json(catalogs) + "\n");
            return CommandLine.Done;
        });
        return command;
    }

    private static string Json(IReadOnlyList<FoundCatalog> catalogs)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            if (catalogs.Count != 1) json.WriteStartArray();
            foreach (var catalog in catalogs) catalog.Json.WriteTo(json);
            if (catalogs.Count != 1) json.WriteEndArray();
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }
}
