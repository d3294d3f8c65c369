using System.Text.Json;

namespace Instrumentation.Benchmarks.Budgets;

/// <summary><c>benchmarks/budgets.json</c>: the list under <c>calls</c> is ours; what a build may cost stands beside it.</summary>
internal static class BudgetFile
{
    public const string Section = "calls";

    /// <summary>Reads the budgets.</summary>
    /// <exception cref="InvalidDataException">The file is not as it should be.</exception>
    public static IReadOnlyList<Budget> Read(string path)
    {
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllText(path), new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            return json.RootElement.GetProperty(Section).Deserialize<List<Budget>>()!;
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or IOException)
        {
            throw new InvalidDataException($"{path}: {exception.Message} Budgets are a list named '{Section}' of {{ \"row\", \"figure\", \"of\", \"to\", \"at most\" }}.", exception);
        }
    }
}
