using System.Text.Json;

namespace Instrumentation.Benchmarks.Budgets;

/// <summary><c>benchmarks/budgets.json</c>: the lists under <c>calls</c> and <c>native</c> are ours; what a build may cost stands beside them.</summary>
internal static class BudgetFile
{
    public const string Calls = "calls";

    /// <summary>Reads a list of budgets.</summary>
    /// <exception cref="InvalidDataException">The file is not as it should be.</exception>
    public static IReadOnlyList<Budget> Read(string path, string section = Calls)
    {
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllText(path), new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            return json.RootElement.GetProperty(section).Deserialize<List<Budget>>()!;
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or IOException)
        {
            throw new InvalidDataException($"{path}: {exception.Message} Budgets are a list named '{section}' of {{ \"row\", \"figure\", \"of\", \"to\", \"at most\" }}.", exception);
        }
    }
}
