using Instrumentation.Generator.Interception;
using Instrumentation.Generator.Roslyn;
using Instrumentation.Generator.Text;

namespace Instrumentation.Generator.Decorators;

/// <summary>A decorator and what it is called.</summary>
/// <param name="Name">The name of its class.</param>
/// <param name="FileName">The name of its file.</param>
/// <param name="IsMadeByContainer">Whether a container has to make it, because it is asked for without type arguments.</param>
/// <param name="Decorator">The decorator.</param>
internal sealed record NamedDecorator(string Name, string FileName, bool IsMadeByContainer, Decorator Decorator);

/// <summary>A decorator as it is made known.</summary>
/// <param name="Name">The name of its class.</param>
/// <param name="Arity">The number of its type parameters.</param>
/// <param name="Interface">The interface; <see langword="null"/> where it is without type arguments.</param>
/// <param name="Unbound">The interface without type arguments.</param>
/// <param name="TypeArguments">The type arguments.</param>
internal sealed record DecoratorRegistration(string Name, int Arity, string? Interface, string Unbound, EquatableArray<string> TypeArguments);

/// <summary>All decorators that an assembly asks for.</summary>
internal sealed record DecoratorSet(EquatableArray<NamedDecorator> Decorators, EquatableArray<DecoratorRegistration> Registrations)
{
    /// <summary>The keys of the methods whose calls have telemetry behind a decorator.</summary>
    public EquatableArray<string> Methods => Decorators.SelectMany(static decorator => decorator.Decorator.Calls).Select(static call => call.Expansion.Shape.Key)
        .Distinct(StringComparer.Ordinal).OrderBy(static key => key, StringComparer.Ordinal).ToEquatableArray();

    public static DecoratorSet Of(IEnumerable<DecoratorRequest> requests)
    {
        var files = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var decorators = new List<NamedDecorator>();
        var registrations = new List<DecoratorRegistration>();
        foreach (var perInterface in requests.GroupBy(static request => request.Decorator.Key, StringComparer.Ordinal).OrderBy(static group => group.Key, StringComparer.Ordinal))
        {
            var decorator = perInterface.First().Decorator;
            var fileName = InterceptorGrouping.FileNameOf(perInterface.Key);
            while (!files.Add(fileName)) fileName += "_";
            var name = GeneratedFile.Identifier(perInterface.Key);
            decorators.Add(new NamedDecorator(name, fileName, perInterface.Any(static request => request.Interface is null), decorator));
            registrations.AddRange(perInterface
                .Select(request => new DecoratorRegistration(name, decorator.Arity, request.Interface, request.Unbound, request.TypeArguments))
                .Distinct()
                .OrderBy(static registration => registration.Interface, StringComparer.Ordinal));
        }

        return new DecoratorSet(decorators.ToEquatableArray(), registrations.ToEquatableArray());
    }
}
