namespace Instrumentation.Package.Tests;

/// <summary>An annotated library, and a program that calls it.</summary>
public sealed class CrossAssemblyTests(PackedFeed feed)
{
    private const string Library = """
        using Instrumentation;

        namespace Acme;

        public sealed class Orders
        {
            [Traced, Measured]
            [BusinessMetric("orders.placed", Tags = ["country"])]
            [BusinessMetric("orders.patience", Kind = MetricKind.Histogram, Unit = "us", Value = "patience")]
            public int Place([Tag("order.id")] int id, Country country, System.TimeSpan patience) => Price(id);

            [Traced]
            public static int Price(int id) => id * 2;
        }

        public enum Country { France, Japan }
        """;

    private const string App = """
        using Acme;

        Observer.Listen("App", "Orders");
        Console.WriteLine($"placed {new Orders().Place(21, Country.Japan, TimeSpan.FromSeconds(1))}");
        """;

    private static readonly string[] s_output =
    [
        "metric Orders: operation.active 1{operation} {code.function.name=Acme.Orders.Place}",
        "span Orders: Orders.Price {code.function.name=Acme.Orders.Price} Unset",
        "metric Orders: orders.placed 1 {country=Japan}",
        "metric Orders: orders.patience us {}",
        "span Orders: Orders.Place {code.function.name=Acme.Orders.Place, order.id=21} Unset",
        "metric Orders: operation.active -1{operation} {code.function.name=Acme.Orders.Place}",
        "metric Orders: operation.duration s {code.function.name=Acme.Orders.Place}",
        "placed 42",
    ];

    [Fact]
    public async Task AProgramThatReferencesAnAnnotatedProjectNeedsNoReferenceOfItsOwn()
    {
        var consumer = NewConsumer("net8.0").WriteApp(App, """<ProjectReference Include="../Orders/Orders.csproj" />""");

        Assert.Equal(s_output, await consumer.BuildAndRun());
    }

    [Fact]
    public async Task AProgramWithAReferenceOfItsOwnHasTheGeneratorOnce()
    {
        var consumer = NewConsumer("net8.0");
        consumer.WriteApp(App, $"""
            <ProjectReference Include="../Orders/Orders.csproj" />
            {consumer.Reference}
            """);

        var build = (await consumer.Build("App", "-t:Build", "-getItem:Analyzer")).Succeeded();

        Assert.Equal(s_output, await consumer.Run());
        Assert.Single(build.Lines, static line => line.Contains("\"Identity\"") && line.Contains("/Instrumentation.Generator.dll"));
    }

    [Fact]
    public async Task AReferenceThatIsPrivateToTheLibraryKeepsTheGeneratorOutOfTheProgram()
    {
        var consumer = feed.NewConsumer();
        WriteLibrary(consumer, "net8.0", consumer.Reference.Replace(" />", """ PrivateAssets="all" />""") + consumer.Reference.Replace("Generator", "Abstractions"))
            .WriteApp(App, """<ProjectReference Include="../Orders/Orders.csproj" />""");

        // The call inside of the library is covered all the same.
        Assert.Equal(["span Orders: Orders.Price {code.function.name=Acme.Orders.Price} Unset", "placed 42"], await consumer.BuildAndRun());
    }

    [Fact]
    public async Task ALibraryForNetStandardIsInstrumentedWhenItsLanguageIsNewEnough()
    {
        var consumer = NewConsumer("netstandard2.0", "<LangVersion>12</LangVersion>").WriteApp(App, """<ProjectReference Include="../Orders/Orders.csproj" />""");

        Assert.Equal(s_output, await consumer.BuildAndRun());
    }

    [Fact]
    public async Task ALibraryWithAnOldLanguageIsToldThatNothingInItIsInstrumented()
    {
        var consumer = NewConsumer("netstandard2.0", "<Nullable>disable</Nullable><ImplicitUsings>disable</ImplicitUsings><WarningsNotAsErrors>INS4001</WarningsNotAsErrors>");
        consumer
            .WriteApp(App.Replace(", Country.Japan, TimeSpan.FromSeconds(1)", ""), """<ProjectReference Include="../Orders/Orders.csproj" />""")
            .Write("Orders/Orders.cs", """
                using Instrumentation;

                namespace Acme
                {
                    public sealed class Orders
                    {
                        [Traced]
                        public int Place(int id) { return Price(id); }

                        [Traced]
                        public static int Price(int id) { return id * 2; }
                    }
                }
                """);

        var build = (await consumer.Build("App")).Succeeded();

        var warning = Assert.Single(build.Lines.Distinct(), static line => line.Contains(": warning ", StringComparison.Ordinal));
        Assert.Contains("warning INS4001: Nothing is instrumented in this project: generated code needs C# 12, and the project compiles as C# 7.3", warning);
        // The program's own call of it is.
        Assert.Equal(["span Orders: Orders.Place {code.function.name=Acme.Orders.Place} Unset", "placed 42"], await consumer.Run());
    }

    private Consumer NewConsumer(string framework, string properties = "")
    {
        var consumer = feed.NewConsumer();
        return WriteLibrary(consumer, framework, consumer.Reference, properties);
    }

    private static Consumer WriteLibrary(Consumer consumer, string framework, string references, string properties = "") => consumer
        .Write("App/Observer.cs", Sources.Observer)
        .Write("Orders/Orders.cs", Library)
        .Write("Orders/Orders.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>{framework}</TargetFramework>
                {properties}
              </PropertyGroup>
              <ItemGroup>
                {references}
              </ItemGroup>
            </Project>
            """);
}
