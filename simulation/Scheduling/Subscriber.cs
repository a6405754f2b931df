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

    public Subscriber To<TEvent>(IEnumerable<IHandle<TEvent>> handlers)
        where TEvent : IEvent
    {
        foreach (var handler in handlers) inbox.Subscribe(handler);
        return this;
    }

    /// <summary>Subscribes one handler to several event types.</summary>
    public Subscriber To<TEvent>(IEnumerable<Type> types, IHandle<TEvent> handler)
        where TEvent : IEvent
    {
        foreach (var type in types) inbox.Subscribe(type, (happened, ct) => handler.Handle((TEvent)happened, ct));
        return this;
    }
}
