using Instrumentation.Generator.Methods;
using Instrumentation.Generator.Roslyn;

namespace Instrumentation.Generator.Interception;

/// <summary>The interceptors for the methods of one type: one generated class, in two files.</summary>
/// <param name="ClassName">The generated class.</param>
/// <param name="FileName">What the names of its files start with.</param>
/// <param name="TypeName">The type, for people.</param>
/// <param name="Methods">The methods that are called at least once.</param>
internal sealed record TypeInterceptors(string ClassName, string FileName, string TypeName, EquatableArray<Interceptor> Methods);

/// <summary>The interceptor of one method.</summary>
/// <param name="Name">Its name, and what the names of its members start with.</param>
/// <param name="Expansion">What happens at a call.</param>
/// <param name="Behind">What happens instead where the receiver is of one of several types; the method itself is not annotated then.</param>
internal sealed record Interceptor(string Name, Expansion Expansion, EquatableArray<Interceptor> Behind)
{
    /// <summary>All expansions that are written for it.</summary>
    public IEnumerable<Expansion> Expansions => Behind.Count == 0 ? [Expansion] : Behind.Select(static method => method.Expansion);
}

/// <summary>A file of places: those of one type, or in a large project those of several.</summary>
internal sealed record LocationsFile(string FileName, EquatableArray<TypeLocations> Types);

/// <summary>The places that the interceptors of one type apply to.</summary>
internal sealed record TypeLocations(string ClassName, EquatableArray<MethodLocations> Methods);

/// <summary>The places that one interceptor applies to.</summary>
internal sealed record MethodLocations(string Name, MethodShape Shape, EquatableArray<CallPlace> Places);

/// <summary>The place of a call.</summary>
internal sealed record CallPlace(int Version, string Data, string Display);
