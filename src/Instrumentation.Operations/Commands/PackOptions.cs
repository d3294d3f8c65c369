using System.CommandLine;
using Instrumentation.Operations.Catalog;
using Instrumentation.Operations.Output;
using Instrumentation.Operations.Services;

namespace Instrumentation.Operations.Commands;

/// <summary>What <c>generate</c> and <c>check</c> have in common: the same options give the same pack.</summary>
internal sealed class PackOptions
{
    private readonly Argument<string[]> _assemblies = Assemblies();

    private readonly Option<string> _output = new("--output", "-o")
    {
        Description = "The folder that the pack stands in; it holds one pack.", Required = true, HelpName = "FOLDER",
    };

    private readonly Option<string?> _service = new("--service")
    {
        Description = "The service's name, in file names, labels and titles. Without it: the name of the first assembly.", HelpName = "NAME",
    };

    private readonly Option<string> _runbooks = new("--runbooks")
    {
        Description = "The address of the runbooks as alerts name it, for instance where your repository is browsed.",
        HelpName = "URL",
        DefaultValueFactory = static _ => PackBuilder.DefaultRunbooks,
    };

    /// <summary>The assemblies to read.</summary>
    public static Argument<string[]> Assemblies() => new("ASSEMBLY")
    {
        Description = "An assembly that was built with Instrumentation, or a catalog that was printed by 'instrumentation catalog'.",
        Arity = ArgumentArity.OneOrMore,
    };

    /// <summary>A command with these options.</summary>
    public Command Command(string name, string description) => new(name, description) { _assemblies, _output, _service, _runbooks };

    /// <summary>Reads the assemblies and builds their pack.</summary>
    public IReadOnlyList<PackFile> Build(ParseResult parsed)
    {
        CatalogDocument[] catalogs = [.. CatalogReader.Read(parsed.GetRequiredValue(_assemblies)).Select(static found => found.Document)];
        if (catalogs.Length == 0) throw new InputException(parsed.GetRequiredValue(_assemblies)[0], "it holds no catalog", "give an assembly that was built with Instrumentation");
        var name = parsed.GetValue(_service) is { } chosen ? ServiceName.Chosen(chosen) : ServiceName.Of(catalogs[0]);
        return PackBuilder.Build(Service.Of(name, catalogs), parsed.GetRequiredValue(_runbooks));
    }

    /// <summary>The folder of the pack.</summary>
    public string Folder(ParseResult parsed) => parsed.GetRequiredValue(_output);

    /// <summary>The command that brings the folder up to date.</summary>
    public string Refresh(ParseResult parsed)
    {
        string[] optional =
        [
            .. parsed.GetValue(_service) is { } service ? ["--service", service] : Array.Empty<string>(),
            .. parsed.GetRequiredValue(_runbooks) is var runbooks and not PackBuilder.DefaultRunbooks ? ["--runbooks", runbooks] : Array.Empty<string>(),
        ];
        return string.Join(' ', new[] { "instrumentation", "generate" }.Concat(parsed.GetRequiredValue(_assemblies)).Append("--output").Append(Folder(parsed)).Concat(optional).Select(Shell));
    }

    private static string Shell(string word) =>
        word.All(static c => char.IsAsciiLetterOrDigit(c) || "-_./\\:=@,+".Contains(c, StringComparison.Ordinal)) && word.Length > 0 ? word : $"'{word.Replace("'", @"'\''", StringComparison.Ordinal)}'";
}
