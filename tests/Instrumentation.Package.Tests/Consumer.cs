namespace Instrumentation.Package.Tests;

/// <summary>A folder with a user's projects.</summary>
internal sealed class Consumer(string folder, string version)
{
    /// <summary>What a project says to use Instrumentation.</summary>
    public string Reference => $"""<PackageReference Include="Instrumentation.Generator" Version="{version}" />""";

    /// <summary>Writes a file, and the folders that lead to it.</summary>
    public Consumer Write(string path, string text)
    {
        var file = Path.Combine(folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
        return this;
    }

    /// <summary>Writes a console program.</summary>
    /// <param name="program">The file <c>Program.cs</c>.</param>
    /// <param name="reference">The reference that the project has.</param>
    /// <param name="properties">The properties that it sets.</param>
    /// <param name="framework">The framework that it is for.</param>
    public Consumer WriteApp(string program, string? reference = null, string properties = "", string framework = "net10.0") => this
        .Write("App/Program.cs", program)
        .Write("App/App.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>{framework}</TargetFramework>
                {properties}
              </PropertyGroup>
              <ItemGroup>
                {reference ?? Reference}
              </ItemGroup>
            </Project>
            """);

    /// <summary>Restores and builds a project.</summary>
    public Task<CommandResult> Build(string project, params string[] options) =>
        Dotnet.Run(Path.Combine(folder, project), ["build", "--nologo", "-v", "m", "-m:1", .. options]);

    /// <summary>Builds the program, fails where there is a warning, and runs it.</summary>
    /// <returns>What it printed.</returns>
    public async Task<string[]> BuildAndRun(string project = "App", params string[] options)
    {
        var build = (await Build(project, options)).Succeeded();
        Assert.DoesNotContain("warning", build.Output);
        return await Run(project);
    }

    /// <summary>Publishes the program for this machine, fails where there is a warning, and runs what came of it.</summary>
    /// <returns>What it printed.</returns>
    public async Task<string[]> PublishAndRun()
    {
        var published = (await Dotnet.Run(Path.Combine(folder, "App"), "publish", "--nologo", "-v", "m", "-m:1", "--use-current-runtime", "-o", "../published")).Succeeded();
        Assert.DoesNotContain("warning", published.Output);
        return (await Dotnet.Start(folder, Path.Combine(folder, "published", "App"))).Succeeded().Lines;
    }

    /// <summary>Runs the program that was built.</summary>
    /// <returns>What it printed.</returns>
    public async Task<string[]> Run(string project = "App") =>
        (await Dotnet.Run(folder, Path.Combine(project, "bin", "Debug", project + ".dll"))).Succeeded().Lines;

    /// <summary>The text of a file.</summary>
    public string Read(string path) => File.ReadAllText(Path.Combine(folder, path));

    /// <summary>The files below a folder, by their path in it.</summary>
    public SortedDictionary<string, string> Files(string path)
    {
        var root = Path.Combine(folder, path);
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        if (!Directory.Exists(root)) return files;
        foreach (var file in Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories))
            files.Add(Path.GetRelativePath(root, file).Replace('\\', '/'), Convert.ToHexString(File.ReadAllBytes(file)));
        return files;
    }
}
