using Instrumentation.Runtime;

namespace Instrumentation;

/// <summary>
/// Generated decorators, for containers other than <c>Microsoft.Extensions.DependencyInjection</c> and for objects that no container
/// makes. With that container, <c>services.AddTraced&lt;IOrders, Orders&gt;()</c> does it.
/// </summary>
public static class Decorator
{
    /// <summary>
    /// The object behind a decorator that makes the spans and measurements of the interface's annotated methods, or of the annotated
    /// methods that implement them. Every caller is covered: delegates, reflection, frameworks, other assemblies.
    /// </summary>
    /// <typeparam name="T">The interface. Name it here: the build writes the decorators of interfaces that it sees named.</typeparam>
    /// <param name="inner">The object.</param>
    /// <returns>The decorator; <paramref name="inner"/> itself where it is one already.</returns>
    /// <exception cref="InvalidOperationException">The interface has no decorator: the call is compiled without the generator, or INS1010 tells why.</exception>
    public static T Wrap<T>(T inner)
        where T : class =>
        inner is null ? throw new ArgumentNullException(nameof(inner)) : inner is IDecorator ? inner : Decorators.Wrap(inner);
}
