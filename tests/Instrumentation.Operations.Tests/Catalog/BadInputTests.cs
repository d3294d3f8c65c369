using System.Text;
using System.Text.Json.Nodes;

namespace Instrumentation.Operations.Tests.Catalog;

/// <summary>What cannot be used is named, with what is wrong and what to do, in one line; the exit code is 2.</summary>
public sealed class BadInputTests
{
    private static readonly byte[] s_bare = Programs.Build("Bare", "public static class P { }");

    /// <summary>The file's name, its content, and what is said about it.</summary>
    public static TheoryData<string, byte[], string> Files => new()
    {
        { "notes.txt", "Nothing to see.\n"u8.ToArray(), "it is not a .NET assembly, or it is damaged; build the project again" },
        { "empty.dll", [], "it is not a .NET assembly, or it is damaged; build the project again" },
        { "program", [0x7F, (byte)'E', (byte)'L', (byte)'F', 2, 1, 1, 0], "it is a native image without .NET metadata; give the managed assembly" },
        { "native.exe", NativeImage(), "it is a native image without .NET metadata; give the managed assembly" },
        { "Bare.dll", s_bare, "the assembly holds no catalog; reference Instrumentation.Generator" },
        { "cut.dll", Programs.FileShare[..(Programs.FileShare.Length / 2)], "it is not a .NET assembly, or it is damaged" },
        { "newer.json", Changed(static catalog => catalog["schemaVersion"] = "2.0"), "the catalog's format is 2.0, this tool reads 1.x; update the tool: dotnet tool update Instrumentation.Operations" },
        { "older.json", Changed(static catalog => catalog["schemaVersion"] = "0.9"), "the catalog's format is 0.9, this tool reads 1.x; update the package Instrumentation.Generator" },
        { "odd.json", Changed(static catalog => catalog["schemaVersion"] = "one"), "the catalog's version 'one' is not a version" },
        { "unversioned.json", Changed(static catalog => catalog.AsObject().Remove("schemaVersion")), "the catalog is corrupt: schemaVersion is missing" },
        { "broken.json", "{\n  \"schemaVersion\": \"1.0\",\n  oops\n}"u8.ToArray(), "the catalog is corrupt: line 3 is not JSON; build the project again" },
        { "cut.json", "{ \"schemaVersion\": \"1.0\", \"spans\": ["u8.ToArray(), "the catalog is corrupt: line 1 is not JSON" },
        { "kind.json", Changed(static catalog => catalog["metrics"]![0]!["kind"] = "speedometer"), "the catalog is corrupt: $.metrics[0].kind is missing or has a wrong value" },
        { "null.json", Changed(static catalog => catalog["spans"]![1]!["name"] = null), "the catalog is corrupt: $.spans[1].name is missing or has a wrong value" },
        { "operations.json", Changed(static catalog => catalog.AsObject().Remove("operations")), "the catalog is corrupt: " },
        { "number.json", Changed(static catalog => catalog["source"] = 7), "the catalog is corrupt: $.source is missing or has a wrong value" },
        { "surrogate.json", Encoding.UTF8.GetBytes(Catalogs.FileShare().ToJsonString().Replace("upload file", "\\ud800", StringComparison.Ordinal)), "the catalog is corrupt: " },
        { "text.json", "[\"catalog\"]"u8.ToArray(), "the catalog is corrupt: schemaVersion is missing" },
        { "none.json", "[]"u8.ToArray(), "it holds no catalog" },
        { "sure.json", Changed(static catalog => Objective(catalog)["availability"] = 100.5), "the objective of FileShare.Files.FileService.Download (Files/FileService.cs:29) has Availability = 100.5; it is in percent: above 0, at most 100; correct the [Objective] and build again" },
        { "instant.json", Changed(static catalog => Objective(catalog)["latencyMs"] = 0), "has LatencyMs = 0; it is in milliseconds" },
        { "all.json", Changed(static catalog => Objective(catalog)["percentile"] = 100), "has Percentile = 100; it is in percent: above 0, below 100" },
        { "huge.json", Changed(static catalog => Objective(catalog)["availability"] = 1e300), "the catalog is corrupt: $.operations[1].objective.availability" },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void AFileThatCannotBeUsedIsRefusedInOneLine(string name, byte[] content, string said)
    {
        using var scratch = new Scratch();
        var file = scratch.Write(name, content);

        foreach (var command in new[] { ["generate", file, "--output", Path.Combine(scratch.Folder, "out")], new[] { "check", file, "--output", Path.Combine(scratch.Folder, "out") } })
        {
            var answer = Tool.Run(command);

            Assert.Equal(2, answer.ExitCode);
            Assert.StartsWith($"instrumentation: {file}: ", answer.Errors, StringComparison.Ordinal);
            Assert.Contains(said, answer.Errors, StringComparison.Ordinal);
            Assert.Equal(1, answer.Errors.Count(static c => c == '\n'));
            Assert.Empty(answer.Output);
            Assert.False(Directory.Exists(Path.Combine(scratch.Folder, "out")));
        }
    }

    [Fact]
    public void AFileThatIsNotThereOrIsAFolderIsNamed()
    {
        using var scratch = new Scratch();

        Assert.Contains("there is no such file; build the project, and check the path", Refusal("catalog", Path.Combine(scratch.Folder, "App.dll")), StringComparison.Ordinal);
        Assert.Contains("it is a folder; give the assembly itself", Refusal("catalog", scratch.Folder), StringComparison.Ordinal);
        Assert.Contains("there is no such file", Refusal("diff", Path.Combine(scratch.Folder, "old.json"), Path.Combine(scratch.Folder, "new.json")), StringComparison.Ordinal);
    }

    [Fact]
    public void ADamagedAssemblyNeverEndsInAStackTrace()
    {
        using var scratch = new Scratch();
        var random = new Random(1);
        var whole = Programs.FileShare;
        for (var attempt = 0; attempt < 400; attempt++)
        {
            var damaged = whole[..(attempt % 2 == 0 ? whole.Length : random.Next(whole.Length))].ToArray();
            for (var hit = 0; hit < 1 + attempt % 40 && damaged.Length > 0; hit++) damaged[random.Next(Math.Min(damaged.Length, attempt % 3 == 0 ? 1024 : damaged.Length))] = (byte)random.Next(256);

            var answer = Tool.Run("catalog", scratch.Write("damaged.dll", damaged));

            Assert.Contains(answer.ExitCode, new[] { 0, 2 });
            Assert.True(answer.ExitCode == 0 || answer.Errors.Count(static c => c == '\n') == 1, answer.Errors);
        }
    }

    [Theory]
    [InlineData("../up")]
    [InlineData("a/b")]
    [InlineData(".hidden")]
    [InlineData("")]
    [InlineData("naïve")]
    public void AServiceNameThatCannotNameFilesIsRefused(string name)
    {
        using var scratch = new Scratch();

        var said = Refusal("generate", scratch.Write("FileShare.dll", Programs.FileShare), "--output", scratch.Folder, "--service", name);

        Assert.Contains("it cannot name files; start with a letter or a digit", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Option '--output' is required.", "generate", "App.dll")]
    [InlineData("Required command was not provided.")]
    [InlineData("'frobnicate'", "frobnicate")]
    [InlineData("Required argument missing for command: 'catalog'.", "catalog")]
    public void AWrongCommandLineIsExplained(string said, params string[] arguments)
    {
        var answer = Tool.Run(arguments);

        Assert.Equal(2, answer.ExitCode);
        Assert.Contains(said, answer.Errors, StringComparison.Ordinal);
        Assert.EndsWith("See: instrumentation --help\n", answer.Errors, StringComparison.Ordinal);
    }

    private static string Refusal(params string[] arguments)
    {
        var answer = Tool.Run(arguments);
        Assert.Equal((2, ""), (answer.ExitCode, answer.Output));
        return Assert.Single(answer.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    private static byte[] Changed(Action<JsonNode> change)
    {
        var catalog = Catalogs.FileShare();
        change(catalog);
        return Encoding.UTF8.GetBytes(catalog.ToJsonString());
    }

    private static JsonNode Objective(JsonNode catalog) => catalog["operations"]!.AsArray().First(static operation => operation!["span"]?.GetValue<string>() == "download file")!["objective"]!;

    // A Windows image without the directory entry that leads to the metadata.
    private static byte[] NativeImage()
    {
        var image = s_bare.ToArray();
        var optionalHeader = BitConverter.ToInt32(image, 0x3C) + 24;
        var directories = optionalHeader + (BitConverter.ToUInt16(image, optionalHeader) == 0x20B ? 112 : 96);
        Array.Clear(image, directories + 14 * 8, 8);
        return image;
    }
}
