namespace Instrumentation.Operations.Catalog;

/// <summary>
/// What a user gave cannot be used. The message is one line: the file, what is wrong with it, what to do. Commands print it and
/// end with exit code 2.
/// </summary>
internal sealed class InputException(string file, string problem, string remedy)
    : Exception(OneLine($"{file}: {problem}; {remedy}"))
{
    private static string OneLine(string text) => text.ReplaceLineEndings(" ");
}
