using Instrumentation.Generator.Methods;
using Instrumentation.Generator.Roslyn;

namespace Instrumentation.Generator.Interception;

/// <summary>
/// A call that is intercepted. <paramref name="Data"/> is the compiler's own name of the place: it holds a checksum of the whole
/// file, so every edit of a file changes the places of all calls in it.
/// </summary>
/// <param name="MethodKey">Which method is called.</param>
/// <param name="Version">The version of <paramref name="Data"/>.</param>
/// <param name="Data">The place.</param>
/// <param name="Display">The place, for people.</param>
/// <param name="Inherited">
/// What happens at the call, where the method is not among the annotated ones of this assembly: it is another assembly's, or it
/// overrides an annotated one.
/// </param>
/// <param name="Behind">What happens at the call where the receiver is of one of several types, if the method itself is not annotated.</param>
internal sealed record CallSite(string MethodKey, int Version, string Data, string Display, Expansion? Inherited, EquatableArray<Expansion> Behind);
