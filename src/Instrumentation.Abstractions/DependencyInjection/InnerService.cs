#if NET
namespace Instrumentation.Runtime;

/// <summary>The key under which a container keeps what a decorator of a generic interface stands before.</summary>
/// <param name="Key">The key that the decorator is registered under, if any.</param>
internal sealed record InnerService(object? Key);
#endif
