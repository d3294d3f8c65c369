namespace Instrumentation.Package.Tests;

/// <summary>Projects in which others intercept too.</summary>
public sealed class OtherGeneratorsTests(PackedFeed feed)
{
    [Fact]
    public async Task TheInterceptorsOfTheProjectsOwnNamespacesGoOnWorking()
    {
        // The configuration binder's generator intercepts Get<T>; the compiler refuses interceptors of a namespace that is not allowed.
        var consumer = feed.NewConsumer();
        consumer.Write("App/Observer.cs", Sources.Observer).WriteApp(
            """
            using Instrumentation;
            using Microsoft.Extensions.Configuration;

            Observer.Listen("App");
            var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Size", "42")]).Build();
            Console.WriteLine($"size {Sizes.Of(configuration.Get<Settings>()!)}");

            public sealed class Settings { public int Size { get; set; } }

            public static class Sizes
            {
                [Traced] public static int Of(Settings settings) => settings.Size;
            }
            """,
            $"""
            <FrameworkReference Include="Microsoft.AspNetCore.App" />
            {consumer.Reference}
            """,
            """
            <EnableConfigurationBindingGenerator>true</EnableConfigurationBindingGenerator>
            <InterceptorsNamespaces>$(InterceptorsNamespaces);Acme.Generated</InterceptorsNamespaces>
            <EmitCompilerGeneratedFiles>true</EmitCompilerGeneratedFiles>
            """);

        var build = (await consumer.Build("App", "-t:Build", "-getProperty:InterceptorsNamespaces")).Succeeded();

        Assert.Equal(["Acme.Generated", "Instrumentation.Generated"], build.Output.Trim().Split(';', StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains(consumer.Files("App/obj").Keys, static file => file.EndsWith("BindingExtensions.g.cs", StringComparison.Ordinal));
        Assert.Equal(["span App: Sizes.Of {code.function.name=Sizes.Of} Unset", "size 42"], await consumer.Run());
    }
}
