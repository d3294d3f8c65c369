namespace Instrumentation.Package.Tests;

/// <summary>Services behind decorators, in a program that has a container of its own.</summary>
public sealed class DecoratorTests(PackedFeed feed)
{
    private const string Program = """
        using System;
        using System.Diagnostics;
        using System.Linq;
        using Instrumentation;
        using Microsoft.Extensions.DependencyInjection;

        using var listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == "App",
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = static span => Console.WriteLine(span.DisplayName),
        };
        ActivitySource.AddActivityListener(listener);
        var services = new ServiceCollection();
        services.AddTraced<IOrders, Orders>();
        services.AddTraced(typeof(IBox<>), typeof(Box<>), ServiceLifetime.Singleton);
        using var provider = services.BuildServiceProvider();
        using var scope = provider.CreateScope();
        Func<int, int> place = scope.ServiceProvider.GetRequiredService<IOrders>().Place;
        Console.WriteLine(place(1) + provider.GetRequiredService<IBox<string>>().Put("abc"));

        [Traced] public interface IOrders { int Place(int x); }
        public class Orders : IOrders { public int Place(int x) => x + 1; }
        public interface IBox<T> { int Put(T item); }
        public class Box<T> : IBox<T> { [Traced] public int Put(T item) => item!.ToString()!.Length; }
        """;

    [Theory]
    [InlineData("net10.0", "10.0.15")]
    [InlineData("net8.0", "8.0.1")]
    public async Task TheContainersOfOldAndNewFrameworksMakeThem(string framework, string container)
    {
        var consumer = feed.NewConsumer();
        consumer.WriteApp(
            Program,
            consumer.Reference + $"""<PackageReference Include="Microsoft.Extensions.DependencyInjection" Version="{container}" />""",
            "<Nullable>enable</Nullable><RollForward>Major</RollForward>",
            framework);

        Assert.Equal(["IOrders.Place", "Box.Put", "5"], await consumer.BuildAndRun());
    }
}
