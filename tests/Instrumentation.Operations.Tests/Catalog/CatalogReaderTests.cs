using System.Text.Json;
using System.Text.Json.Nodes;
using Instrumentation.Operations.Catalog;
using Instrumentation.Testing;

namespace Instrumentation.Operations.Tests.Catalog;

/// <summary>Catalogs are found in the metadata, and printed as they are.</summary>
public sealed class CatalogReaderTests
{
    [Fact]
    public void TheCatalogOfAnAssemblyIsPrintedAsTheBuildWroteIt()
    {
        using var scratch = new Scratch();
        using var program = Generation.Of([new SourceFile("/app/Program.cs", "public static class Program { [Traced(\"über\"), Measured] public static void M() { } }")], assemblyName: "Acme").Load();
        var written = ((InstrumentationCatalogAttribute)program.Assembly.GetCustomAttributes(typeof(InstrumentationCatalogAttribute), false).Single()).Json;

        var answer = Tool.Run("catalog", scratch.Write("Acme.dll", Programs.Build("Acme", "public static class Program { [Traced(\"über\"), Measured] public static void M() { } }")));

        Assert.Equal(0, answer.ExitCode);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(written), JsonNode.Parse(answer.Output)));
        Assert.Contains("\n  \"assembly\": {\n    \"name\": \"Acme\"", answer.Output, StringComparison.Ordinal);
        Assert.Contains("über", answer.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void TheCatalogsOfSeveralAssembliesAreAnArray()
    {
        using var scratch = new Scratch();
        var one = scratch.Write("One.dll", Programs.Build("One", "public static class P { [Traced] public static void M() { } }"));
        var two = scratch.Write("Two.dll", Programs.Build("Two", "public static class P { [Traced] public static void M() { } }"));

        var printed = JsonNode.Parse(Tool.Run("catalog", two, one).Output)!.AsArray();

        Assert.Equal(["Two", "One"], printed.Select(static catalog => catalog!["assembly"]!["name"]!.GetValue<string>()));
    }

    [Fact]
    public void WhatWasPrintedCanBeReadAgain()
    {
        using var scratch = new Scratch();
        var one = scratch.Write("One.dll", Programs.Build("One", "public static class P { [Traced] public static void M() { } }"));
        var printed = Tool.Run("catalog", one, scratch.Write("FileShare.dll", Programs.FileShare)).Output;

        Assert.Equal(printed, Tool.Run("catalog", scratch.Write("catalogs.json", "\uFEFF" + printed)).Output);
    }

    [Fact]
    public void EveryMemberIsRead()
    {
        using var scratch = new Scratch();

        var catalog = CatalogReader.Read([scratch.Write("FileShare.dll", Programs.FileShare)]).Single().Document;

        Assert.Equal(("1.3", "FileShare", "FileShare"), (catalog.SchemaVersion, catalog.Assembly.Name, catalog.Source));
        var upload = catalog.Operations.Single(static operation => operation.Span == "upload file");
        Assert.Equal(new CatalogOperation("FileShare.Files.FileService.Upload", new CatalogLocation("Files/FileService.cs", 21), "upload file", "storage", new CatalogObjective(99.9m, 1000, 95)), upload);
        var span = catalog.Spans.Single(static span => span.Name == "download file");
        Assert.Equal(("internal", "information", "interceptor", "file.id", "unbounded"), (span.Kind, span.Level, span.Strategy, span.Tags.Single().Key, span.Tags.Single().Domain.Kind));
        var uploaded = catalog.Metrics.Single(static metric => metric.Name == "files.uploaded");
        Assert.Equal(["Private", "Shared"], uploaded.Tags.Single().Domain.Values!);
        Assert.Equal(("{file}", "Files that users uploaded.", "int64", 2.0), (uploaded.Unit, uploaded.Description, uploaded.ValueType, uploaded.Series));
        Assert.Equal([1024, 1048576, 1073741824], catalog.Metrics.Single(static metric => metric.Name == "files.uploaded.size").Buckets!);
        Assert.Equal("-file.Length", catalog.Metrics.Single(static metric => metric.Name == "storage.used").RecordedBy.Single(static recorder => recorder.Value != "return.Length").Value);
        Assert.Equal("disk", catalog.HealthChecks.Single().Name);
        Assert.Equal(["email", "name"], catalog.PersonalData.Select(static datum => datum.Kind));
    }

    [Fact]
    public void EveryObjectiveIsABoundaryOfTheHistogram()
    {
        using var scratch = new Scratch();
        var source = string.Join('\n', new[] { 0.05, 0.1, 1, 33.3, 333.3, 333, 750, 1e3, 86.4e6 }.Select(static (ms, number) =>
            string.Create(System.Globalization.CultureInfo.InvariantCulture, $"public static class C{number} {{ [Measured, Objective(LatencyMs = {ms})] public static void M() {{ }} }}")));

        var catalog = CatalogReader.Read([scratch.Write("App.dll", Programs.Build("App", source))]).Single().Document;

        var buckets = catalog.Metrics.Single(static metric => metric.Name == "operation.duration").Buckets!;
        Assert.All(catalog.Operations, operation => Assert.Contains(Operations.Objectives.LatencyObjective.Of(operation.Objective).Boundary, buckets));
        Assert.Contains(Operations.Objectives.LatencyObjective.Default.Boundary, buckets);
    }

    [Fact]
    public void MembersOfALaterMinorVersionAreLeftAloneAndPrinted()
    {
        using var scratch = new Scratch();
        var catalog = Catalogs.FileShare();
        catalog["schemaVersion"] = "1.7";
        catalog["novelty"] = new JsonObject { ["a"] = 1 };
        catalog["spans"]![0]!["novelty"] = true;

        var answer = Tool.Run("catalog", scratch.Write("later.json", catalog.ToJsonString()));

        Assert.Equal(0, answer.ExitCode);
        Assert.True(JsonNode.DeepEquals(catalog, JsonNode.Parse(answer.Output)));
    }

    [Fact]
    public void TheAssemblyIsNeverLoaded()
    {
        using var scratch = new Scratch();
        const string Name = "NeverLoaded";
        var file = scratch.Write(Name + ".dll", Programs.Build(Name, "public static class P { [Measured] public static void M() { } }"));

        Assert.Equal(0, Tool.Run("generate", file, "--output", scratch.Folder).ExitCode);

        Assert.DoesNotContain(AppDomain.CurrentDomain.GetAssemblies(), static assembly => assembly.GetName().Name == Name);
        File.Move(file, file + ".moved");
    }

    [Fact]
    public void TheAttributeIsFoundWhereItsTypeIsInTheAssemblyItself()
    {
        using var scratch = new Scratch();
        var json = Catalogs.FileShare().ToJsonString();
        var compilation = Microsoft.CodeAnalysis.CSharp.CSharpCompilation.Create(
            "Merged",
            [Microsoft.CodeAnalysis.CSharp.CSharpSyntaxTree.ParseText($$"""
                [assembly: System.Reflection.AssemblyTitle("before")]
                [assembly: Instrumentation.InstrumentationCatalog("1.0", {{JsonSerializer.Serialize(json)}})]
                namespace Other { class InstrumentationCatalogAttribute : System.Attribute { } }
                namespace Instrumentation { class InstrumentationCatalogAttribute(string a, string b) : System.Attribute { public string A => a + b; } }
                """)],
            TestReferences.All.Where(static reference => !reference.Display!.Contains("Instrumentation.Abstractions", StringComparison.Ordinal)),
            new Microsoft.CodeAnalysis.CSharp.CSharpCompilationOptions(Microsoft.CodeAnalysis.OutputKind.DynamicallyLinkedLibrary));
        using var image = new MemoryStream();
        var emitted = compilation.Emit(image);
        Assert.True(emitted.Success, string.Join('\n', emitted.Diagnostics));

        Assert.Equal(0, Tool.Run("catalog", scratch.Write("Merged.dll", image.ToArray())).ExitCode);
    }
}
