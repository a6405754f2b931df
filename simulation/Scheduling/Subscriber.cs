using Superintel.Contracts.Events;

namespace Superintel.Simulation.Scheduling;

/// <summary>Where a simulated service says which events it handles, in the order of its handlers.</summary>
public sealed class Subscriber
{
    private readonly Inbox inbox;

    internal Subscriber(Inbox inbox) => this.inbox = inbox;

    public Subscriber To<TEvent>(IHandle<TEvent> handler)
        where TEvent : IEvent
    {
        inbox.Subscribe(handler);
        return this;
    }

    /// <summary>Subscribes to every event type of the contracts.</summary>
    public Subscriber ToAll(IHandle<IEvent> handler)
    {
        foreach (var type in typeof(IEvent).Assembly.GetTypes().Where(t => t.IsClass && typeof(IEvent).IsAssignableFrom(t)))
            inbox.Subscribe(type, handler.Handle);
        return this;
    }
}
