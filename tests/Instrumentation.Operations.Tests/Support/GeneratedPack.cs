using System.Text.Json;
using YamlDotNet.RepresentationModel;

namespace Instrumentation.Operations.Tests;

/// <summary>The pack of a program, generated as a user does it, and the means to look into it.</summary>
public sealed class GeneratedPack : IDisposable
{
    private readonly Scratch _scratch = new();

    private GeneratedPack(string service, params IReadOnlyList<string> arguments)
    {
        Service = service;
        Answer = Tool.Run(["generate", .. arguments, "--output", Folder]);
        Assert.True(Answer.ExitCode == 0, Answer.Errors);
    }

    /// <summary>The service's name.</summary>
    public string Service { get; }

    /// <summary>What the tool said.</summary>
    public Answer Answer { get; }

    /// <summary>The folder that the pack stands in.</summary>
    public string Folder => Path.Combine(_scratch.Folder, "pack");

    /// <summary>The file of rules.</summary>
    public string RulesFile => Path.Combine(Folder, "monitoring", "alerts", Service + ".yml");

    /// <summary>The file of the rules' tests.</summary>
    public string TestsFile => Path.Combine(Folder, "monitoring", "alerts", "tests", Service + ".yml");

    /// <summary>The runbooks.</summary>
    public string Runbooks => File.ReadAllText(Path.Combine(Folder, "docs", "operations", "RUNBOOKS.md"));

    /// <summary>The on-call page.</summary>
    public string OnCall => File.ReadAllText(Path.Combine(Folder, "docs", "operations", "ON_CALL.md"));

    /// <summary>The dashboard.</summary>
    public JsonElement Dashboard => JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, "monitoring", "dashboards", Service + ".json"))).RootElement;

    /// <summary>The rules, as YAML gives them.</summary>
    public IReadOnlyList<YamlMappingNode> Rules => [.. Groups.SelectMany(static group => ((YamlSequenceNode)group["rules"]).Cast<YamlMappingNode>())];

    /// <summary>The alerts among the rules.</summary>
    public IReadOnlyList<YamlMappingNode> Alerts => [.. Rules.Where(static rule => rule.Children.ContainsKey("alert"))];

    /// <summary>The dashboard's panels, without the headlines of rows.</summary>
    public IReadOnlyList<JsonElement> Panels => [.. Dashboard.GetProperty("panels").EnumerateArray().Where(static panel => panel.GetProperty("type").GetString() != "row")];

    private IEnumerable<YamlMappingNode> Groups => ((YamlSequenceNode)Yaml(RulesFile)["groups"]).Cast<YamlMappingNode>();

    /// <summary>The pack of the service that keeps and shares files.</summary>
    public static GeneratedPack OfFileShare(params IEnumerable<string> options)
    {
        using var scratch = new Scratch();
        return new GeneratedPack("fileshare", [scratch.Write("FileShare.dll", Programs.FileShare), .. options]);
    }

    /// <summary>The pack of a program of one file.</summary>
    public static GeneratedPack Of(string source)
    {
        using var scratch = new Scratch();
        return new GeneratedPack("app", scratch.Write("App.dll", Programs.Build("App", source)));
    }

    /// <summary>The pack of a printed catalog.</summary>
    public static GeneratedPack OfCatalog(string json)
    {
        using var scratch = new Scratch();
        return new GeneratedPack("app", scratch.Write("catalog.json", json), "--service", "app");
    }

    /// <summary>A file of YAML, parsed.</summary>
    public static YamlMappingNode Yaml(string file)
    {
        var stream = new YamlStream();
        using var reader = new StreamReader(file);
        stream.Load(reader);
        return (YamlMappingNode)stream.Documents.Single().RootNode;
    }

    /// <summary>The queries of a panel.</summary>
    public static IEnumerable<string> Queries(JsonElement panel) => panel.GetProperty("targets").EnumerateArray().Select(static target => target.GetProperty("expr").GetString()!);

    /// <summary>The panel with that title.</summary>
    public JsonElement Panel(string title) => Panels.Single(panel => panel.GetProperty("title").GetString() == title);

    /// <inheritdoc />
    public void Dispose() => _scratch.Dispose();
}
