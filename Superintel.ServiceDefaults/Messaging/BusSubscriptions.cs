using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Superintel.Contracts.Events;

namespace Superintel.ServiceDefaults.Messaging;

/// <summary>Which events a service's queue receives and how they reach its handlers.</summary>
public sealed class BusSubscriptions
{
    private readonly Dictionary<Type, Func<IServiceProvider, IEvent, CancellationToken, Task>> handlers = [];
    private readonly List<Action<IReceiveEndpointConfigurator, IServiceProvider>> connections = [];

    /// <summary>Events that may be on their way to the broker unconfirmed.</summary>
    internal int Ahead { get; private set; } = 1;

    internal bool AreGrouped { get; private set; }

    internal bool Any => connections.Count > 0;

    /// <summary>Every IHandle of the event that the scope has is called, in order of registration.</summary>
    public BusSubscriptions Subscribe<T>()
        where T : class, IEvent
    {
        if (!handlers.TryAdd(typeof(T), Handle<T>)) return this;
        connections.Add((endpoint, services) =>
            endpoint.Handler<T>(context => services.GetRequiredService<ReceivedEvents>().Take(context)));
        return this;
    }

    /// <summary>
    /// What has been delivered already is handled in one transaction, in order. For services whose handlers' cost is mostly that of the
    /// transaction; their stores may use <see cref="DeliveryGroup"/>.
    /// </summary>
    public BusSubscriptions HandleInGroups()
    {
        AreGrouped = true;
        return this;
    }

    /// <summary>
    /// Publishes without waiting for the confirmation of each event before the next leaves. The order stays; only when the broker refuses
    /// one, which is published again, later ones may have gone before it. For services from whose events nothing is decided.
    /// </summary>
    public BusSubscriptions PublishAhead(int events)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(events, 1);
        Ahead = events;
        return this;
    }

    internal void Connect(IReceiveEndpointConfigurator endpoint, IServiceProvider services)
    {
        foreach (var connect in connections) connect(endpoint, services);
    }

    /// <summary>Gives the event to the scope's handlers.</summary>
    /// <exception cref="InvalidOperationException">The service does not subscribe to it.</exception>
    internal Task Handle(IServiceProvider scope, IEvent happened, CancellationToken ct) =>
        handlers.TryGetValue(happened.GetType(), out var handle)
            ? handle(scope, happened, ct)
            : throw new InvalidOperationException($"This service does not subscribe to {happened.GetType().Name}.");

    private static async Task Handle<T>(IServiceProvider scope, IEvent happened, CancellationToken ct)
        where T : class, IEvent
    {
        foreach (var handler in scope.GetServices<IHandle<T>>()) await handler.Handle((T)happened, ct);
    }
}
