#if NET
using System.Diagnostics.CodeAnalysis;
using Instrumentation.Runtime;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers services behind generated decorators, so that every caller has the telemetry of their annotated methods.</summary>
/// <remarks>
/// The interface must be named in the call, in a project that has <c>Instrumentation.Generator</c>: that is what makes the build write
/// its decorator. The package does not depend on <c>Microsoft.Extensions.DependencyInjection.Abstractions</c>; whoever has an
/// <see cref="IServiceCollection"/> has it already (8.0 or later).
/// </remarks>
public static class TracedServiceCollectionExtensions
{
    /// <summary>Registers <typeparamref name="TImplementation"/> as <typeparamref name="TService"/>, behind a decorator.</summary>
    /// <typeparam name="TService">An interface with annotated methods, or one that annotated methods implement.</typeparam>
    /// <typeparam name="TImplementation">What implements it.</typeparam>
    /// <param name="services">The services.</param>
    /// <param name="lifetime">How long an instance lives.</param>
    /// <exception cref="InvalidOperationException">There is no decorator for the interface.</exception>
    public static IServiceCollection AddTraced<TService, [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TImplementation>(
        this IServiceCollection services, ServiceLifetime lifetime = ServiceLifetime.Scoped)
        where TService : class
        where TImplementation : class, TService =>
        services.AddBehind<TService>(new ServiceDescriptor(typeof(TService), typeof(TImplementation), lifetime));

    /// <summary>As <see cref="AddTraced{TService, TImplementation}(IServiceCollection, ServiceLifetime)"/>, under a key.</summary>
    /// <param name="services">The services.</param>
    /// <param name="serviceKey">The key.</param>
    /// <param name="lifetime">How long an instance lives.</param>
    public static IServiceCollection AddKeyedTraced<TService, [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TImplementation>(
        this IServiceCollection services, object? serviceKey, ServiceLifetime lifetime = ServiceLifetime.Scoped)
        where TService : class
        where TImplementation : class, TService =>
        services.AddBehind<TService>(new ServiceDescriptor(typeof(TService), serviceKey, typeof(TImplementation), lifetime));

    /// <summary>Puts a decorator before each registration of <typeparamref name="TService"/> that is there already, whatever its lifetime and its key.</summary>
    /// <exception cref="InvalidOperationException">There is no decorator for the interface, or nothing is registered as it.</exception>
    public static IServiceCollection AddTraced<TService>(this IServiceCollection services)
        where TService : class
    {
        Decorators.Require<TService>();
        var isFound = false;
        for (var i = services.Count - 1; i >= 0; i--)
        {
            if (services[i].ServiceType != typeof(TService) || services[i] is { IsKeyedService: true, ServiceKey: InnerRegistration }) continue;
            isFound = true;
            services[i] = services.Behind<TService>(services[i]);
        }

        return isFound
            ? services
            : throw new InvalidOperationException($"Nothing is registered as {typeof(TService)}. Register it first, or name the implementation: AddTraced<{typeof(TService).Name}, …>().");
    }

    /// <summary>Registers a generic service, such as <c>IRepository&lt;&gt;</c>, behind a decorator.</summary>
    /// <param name="services">The services.</param>
    /// <param name="serviceType">The interface, without type arguments: <c>typeof(IRepository&lt;&gt;)</c>. It must be written in the call.</param>
    /// <param name="implementationType">What implements it, without type arguments.</param>
    /// <param name="lifetime">How long an instance lives.</param>
    /// <exception cref="InvalidOperationException">There is no decorator for the interface, or it has been registered so already.</exception>
    [UnconditionalSuppressMessage("Trimming", "IL2067", Justification = "Decorators are generated with one public constructor, and named by generated code.")]
    public static IServiceCollection AddTraced(
        this IServiceCollection services,
        Type serviceType,
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] Type implementationType,
        ServiceLifetime lifetime = ServiceLifetime.Scoped) => services.AddGeneric(serviceType, key: null, implementationType, lifetime);

    /// <summary>As <see cref="AddTraced(IServiceCollection, Type, Type, ServiceLifetime)"/>, under a key.</summary>
    /// <param name="services">The services.</param>
    /// <param name="serviceType">The interface, without type arguments.</param>
    /// <param name="serviceKey">The key.</param>
    /// <param name="implementationType">What implements it, without type arguments.</param>
    /// <param name="lifetime">How long an instance lives.</param>
    public static IServiceCollection AddKeyedTraced(
        this IServiceCollection services,
        Type serviceType,
        object? serviceKey,
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] Type implementationType,
        ServiceLifetime lifetime = ServiceLifetime.Scoped) => services.AddGeneric(serviceType, serviceKey, implementationType, lifetime);

    private static IServiceCollection AddBehind<TService>(this IServiceCollection services, ServiceDescriptor inner)
        where TService : class
    {
        Decorators.Require<TService>();
        services.Add(services.Behind<TService>(inner));
        return services;
    }

    // The container ends the life of what it made. A decorator that can be disposed of is disposed of by the container as well, and
    // hands that on; what it stands before must not be known to the container then, or it would be disposed of twice.
    private static ServiceDescriptor Behind<TService>(this IServiceCollection services, ServiceDescriptor inner)
        where TService : class
    {
        if (Instance(inner) is TService instance) return Described(inner, Decorators.Wrap(instance));
        if (typeof(IDisposable).IsAssignableFrom(typeof(TService)) || typeof(IAsyncDisposable).IsAssignableFrom(typeof(TService)))
            return Described<TService>(inner, Maker(inner));

        var key = new InnerRegistration();
        services.Add(inner switch
        {
            { IsKeyedService: true, KeyedImplementationType: { } type } => new ServiceDescriptor(typeof(TService), key, type, inner.Lifetime),
            { IsKeyedService: true } => new ServiceDescriptor(typeof(TService), key, (provider, _) => inner.KeyedImplementationFactory!(provider, inner.ServiceKey), inner.Lifetime),
            { ImplementationType: { } type } => new ServiceDescriptor(typeof(TService), key, type, inner.Lifetime),
            _ => new ServiceDescriptor(typeof(TService), key, (provider, _) => inner.ImplementationFactory!(provider), inner.Lifetime),
        });
        return Described<TService>(inner, provider => provider.GetRequiredKeyedService<TService>(key));
    }

    private static object? Instance(ServiceDescriptor descriptor) => descriptor.IsKeyedService ? descriptor.KeyedImplementationInstance : descriptor.ImplementationInstance;

    private static Func<IServiceProvider, object> Maker(ServiceDescriptor descriptor) => descriptor switch
    {
        { IsKeyedService: true, KeyedImplementationFactory: { } factory } => provider => factory(provider, descriptor.ServiceKey),
        { IsKeyedService: true, KeyedImplementationType: { } type } => provider => ActivatorUtilities.CreateInstance(provider, type),
        { IsKeyedService: false, ImplementationFactory: { } factory } => factory,
        _ => provider => ActivatorUtilities.CreateInstance(provider, descriptor.ImplementationType!),
    };

    private static ServiceDescriptor Described(ServiceDescriptor inner, object instance) => inner.IsKeyedService
        ? new ServiceDescriptor(inner.ServiceType, inner.ServiceKey, instance)
        : new ServiceDescriptor(inner.ServiceType, instance);

    private static ServiceDescriptor Described<TService>(ServiceDescriptor inner, Func<IServiceProvider, object> make)
        where TService : class => inner.IsKeyedService
        ? new ServiceDescriptor(inner.ServiceType, inner.ServiceKey, (provider, _) => Decorators.Wrap((TService)make(provider)), inner.Lifetime)
        : new ServiceDescriptor(inner.ServiceType, provider => Decorators.Wrap((TService)make(provider)), inner.Lifetime);

    [UnconditionalSuppressMessage("Trimming", "IL2072", Justification = "Decorators are generated with one public constructor, and named by generated code.")]
    private static IServiceCollection AddGeneric(
        this IServiceCollection services,
        Type serviceType,
        object? key,
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] Type implementationType,
        ServiceLifetime lifetime)
    {
        var decorator = Decorators.Generic(serviceType);
        var innerKey = new InnerService(key);
        if (services.Any(service => service.ServiceType == serviceType && service.IsKeyedService && innerKey.Equals(service.ServiceKey)))
            throw new InvalidOperationException($"{serviceType} has been registered behind a decorator already; give the second one a key of its own (AddKeyedTraced).");

        services.Add(new ServiceDescriptor(serviceType, innerKey, implementationType, lifetime));
        services.Add(key is null ? new ServiceDescriptor(serviceType, decorator, lifetime) : new ServiceDescriptor(serviceType, key, decorator, lifetime));
        return services;
    }

    /// <summary>The key of one registration that a decorator stands before. It equals nothing but itself.</summary>
    private sealed class InnerRegistration;
}
#endif
