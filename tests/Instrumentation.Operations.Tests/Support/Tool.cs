using Instrumentation.Operations.Commands;

namespace Instrumentation.Operations.Tests;

/// <summary>What a command answered.</summary>
public sealed record Answer(int ExitCode, string Output, string Errors);

/// <summary>Runs the tool as a user does.</summary>
public static class Tool
{
    /// <summary>Runs a command line.</summary>
    public static Answer Run(params IReadOnlyList<string> arguments)
    {
        var (output, errors) = (new StringWriter { NewLine = "\n" }, new StringWriter { NewLine = "\n" });
        var exitCode = CommandLine.Run(arguments, output, errors);
        return new Answer(exitCode, output.ToString(), errors.ToString());
    }
}
