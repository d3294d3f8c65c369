using System.Collections.Concurrent;
using System.ComponentModel;

namespace Instrumentation.Runtime;

/// <summary>The generated decorators of all loaded assemblies. Each assembly's generated code adds those that its own code asks for, when it is loaded.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Decorators
{
    private static readonly ConcurrentDictionary<Type, Type> s_generic = new();

    /// <summary>Adds the decorator of an interface. The first one stays, where several assemblies have one.</summary>
    public static void Add<T>(Func<T, T> wrap)
        where T : class =>
        Interlocked.CompareExchange(ref Closed<T>.Wrap, wrap, null);

    /// <summary>Adds the decorator of a generic interface.</summary>
    /// <param name="service">The interface, without type arguments.</param>
    /// <param name="decorator">Its decorator, without type arguments; a container makes it from a service provider and a service key.</param>
    public static void AddGeneric(Type service, Type decorator) => s_generic.TryAdd(service, decorator);

    /// <summary>What a container keeps behind the decorator of a generic interface.</summary>
    public static T Inner<T>(IServiceProvider services, object? key)
        where T : class =>
#if NET
        Microsoft.Extensions.DependencyInjection.ServiceProviderKeyedServiceExtensions.GetRequiredKeyedService<T>(services, new InnerService(key));
#else
        throw new NotSupportedException("Keyed services need .NET 8.");
#endif

    /// <summary>The object behind its decorator.</summary>
    /// <exception cref="InvalidOperationException">There is no decorator for the interface.</exception>
    public static T Wrap<T>(T inner)
        where T : class =>
        (Closed<T>.Wrap ?? throw Missing(typeof(T)))(inner);

    /// <summary>Fails where there is no decorator.</summary>
    internal static void Require<T>()
        where T : class
    {
        if (Closed<T>.Wrap is null) throw Missing(typeof(T));
    }

    /// <summary>The decorator of a generic interface.</summary>
    internal static Type Generic(Type service) => s_generic.TryGetValue(service, out var decorator) ? decorator : throw Missing(service);

    private static InvalidOperationException Missing(Type service) => new(
        $"There is no generated decorator for {service}. The build writes it where AddTraced or Decorator.Wrap names the interface itself, in a project with Instrumentation.Generator; build warnings and INS1010 say what is in the way.");

    private static class Closed<T>
    {
        public static Func<T, T>? Wrap;
    }
}
