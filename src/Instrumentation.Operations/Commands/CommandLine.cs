using System.CommandLine;
using System.CommandLine.Help;
using Instrumentation.Operations.Catalog;

namespace Instrumentation.Operations.Commands;

/// <summary>The tool's commands. Exit codes: 0 done, 1 the answer is no (stale, breaking), 2 what was given cannot be used.</summary>
internal static class CommandLine
{
    public const int Done = 0;
    public const int No = 1;
    public const int BadInput = 2;

    // A RootCommand would be named after the assembly; users know the tool by this name.
    private static Command Root { get; } = new(
        "instrumentation",
        """
        Dashboards, alerts, runbooks and the on-call table of a program, from the telemetry catalog that its build wrote into it.
        Assemblies are read, never loaded or run.

        Exit codes: 0 done; 1 the answer is no (a stale file, a breaking change); 2 the input cannot be used.
        """)
    {
        new HelpOption(),
        new VersionOption(),
        CatalogCommand.Create(),
        GenerateCommand.Create(),
        CheckCommand.Create(),
        DiffCommand.Create(),
        AuditCommand.Create(),
        CostCommand.Create(),
    };

    /// <summary>Runs a command line.</summary>
    /// <returns>The exit code.</returns>
    public static int Run(IReadOnlyList<string> arguments, TextWriter output, TextWriter errors)
    {
        var parsed = Root.Parse(arguments);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors) errors.WriteLine($"instrumentation: {error.Message}");
            errors.WriteLine("See: instrumentation --help");
            return BadInput;
        }

        try
        {
            return parsed.Invoke(new InvocationConfiguration { Output = output, Error = errors, EnableDefaultExceptionHandler = false });
        }
        catch (InputException exception)
        {
            errors.WriteLine($"instrumentation: {exception.Message}");
            return BadInput;
        }
    }
}
