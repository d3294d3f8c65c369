using System.Reflection;
using Instrumentation.Generator.Catalog;
using Instrumentation.Generator.Interception;
using Instrumentation.Generator.Methods;
using Instrumentation.Generator.Project;

namespace Instrumentation.Generator.Tests.Conventions;

/// <summary>The models that the pipeline caches are plain data: they hold nothing of the compiler's, and are equal when their content is.</summary>
public sealed class ModelShapeTests
{
    private static readonly Type[] s_roots =
    [
        typeof(AnnotatedMethod), typeof(CallSite), typeof(TypeInterceptors), typeof(Generator.Partials.TypePartials), typeof(TypeLocations), typeof(ProjectFacts), typeof(AssemblyTelemetry), typeof(CatalogContent), typeof(Generator.Coverage.CoverageReport), typeof(Generator.Privacy.Summaries.PrivacyFacts),
    ];

    public static TheoryData<string> Models => [.. Reachable().Select(static model => model.FullName!)];

    [Fact]
    public void ThereAreModels() => Assert.True(Reachable().Count() >= 15);

    [Theory]
    [MemberData(nameof(Models))]
    public void AModelHoldsNothingOfTheCompilers(string model)
    {
        foreach (var field in Fields(Resolve(model)))
        {
            foreach (var type in Unfold(field.FieldType))
            {
                Assert.False(type.Namespace?.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal), $"{model}.{field.Name} is a {type}");
                Assert.False(type.IsArray || type.Name.StartsWith("List`", StringComparison.Ordinal) || type.Name.StartsWith("ImmutableArray`", StringComparison.Ordinal) || type.IsInterface,
                    $"{model}.{field.Name} is a {type}, which compares by reference; use EquatableArray");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void AModelEqualsByContent(string model)
    {
        var type = Resolve(model);
        Assert.True(type.IsEnum || typeof(IEquatable<>).MakeGenericType(type).IsAssignableFrom(type), $"{model} is not equatable");
    }

    private static Type Resolve(string model) => typeof(InstrumentationGenerator).Assembly.GetType(model)!;

    private static IEnumerable<Type> Reachable()
    {
        var seen = new HashSet<Type>();
        var open = new Queue<Type>(s_roots);
        while (open.TryDequeue(out var type))
        {
            if (type.Assembly != typeof(InstrumentationGenerator).Assembly || type.IsGenericType || !seen.Add(type)) continue;
            foreach (var field in Fields(type).SelectMany(static field => Unfold(field.FieldType))) open.Enqueue(field);
        }

        return seen.OrderBy(static type => type.FullName, StringComparer.Ordinal);
    }

    private static IEnumerable<FieldInfo> Fields(Type type) =>
        type.IsEnum ? [] : type.GetFields(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public);

    private static IEnumerable<Type> Unfold(Type type) => type.IsGenericType ? type.GetGenericArguments().SelectMany(Unfold).Append(type) : [type];
}
