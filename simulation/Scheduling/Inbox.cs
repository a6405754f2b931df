using Superintel.Contracts.Events;

namespace Superintel.Simulation.Scheduling;

/// <summary>One simulated service's side of the bus: its queue, its subscriptions, and the ids it has seen.</summary>
internal sealed class Inbox(string service)
{
    private readonly Dictionary<Type, List<Func<IEvent, CancellationToken, Task>>> subscriptions = [];
    private readonly HashSet<string> seen = new(StringComparer.Ordinal);
    private readonly Queue<IEvent> queue = new();

    public string Service => service;

    public bool HasWork => queue.Count > 0;

    public void Subscribe<TEvent>(IHandle<TEvent> handler)
        where TEvent : IEvent => Subscribe(typeof(TEvent), (happened, ct) => handler.Handle((TEvent)happened, ct));

    public void Subscribe(Type type, Func<IEvent, CancellationToken, Task> handler)
    {
        if (!subscriptions.TryGetValue(type, out var handlers)) subscriptions[type] = handlers = [];
        handlers.Add(handler);
    }

    public void Offer(IEvent happened)
    {
        if (subscriptions.ContainsKey(happened.GetType())) queue.Enqueue(happened);
    }

    /// <summary>Delivers the oldest event, unless this service had it before.</summary>
    /// <exception cref="InvalidOperationException">A handler waited for something outside: the run could not be repeated.</exception>
    public async Task DeliverNext(CancellationToken ct)
    {
        var happened = queue.Dequeue();
        if (!seen.Add(happened.EventId)) return;
        foreach (var handle in subscriptions[happened.GetType()])
        {
            var handling = handle(happened, ct);
            if (!handling.IsCompleted)
                throw new InvalidOperationException(
                    $"{service} waited for something outside the simulation while handling {happened.EventId}.");
            await handling;
        }
    }
}
