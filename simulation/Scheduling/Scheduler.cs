using Superintel.Contracts.Events;

namespace Superintel.Simulation.Scheduling;

/// <summary>
/// The bus of the simulation: one thread, one event at a time, exactly once per service. Every service sees events in the order they were
/// published; between services the order is by rank, or drawn from a seed to try other interleavings. Either way a run can be repeated.
/// </summary>
public sealed class Scheduler : IEvents
{
    private readonly List<Inbox> inboxes = [];
    private readonly List<Action<IEvent>> observers = [];
    private readonly Random? interleaving;

    /// <param name="interleavingSeed">Null: services take turns by rank. A number: the next service is drawn from this seed.</param>
    public Scheduler(int? interleavingSeed = null) => interleaving = interleavingSeed is { } seed ? new Random(seed) : null;

    public long Delivered { get; private set; }

    /// <summary>Adds a service; earlier ones have the higher rank.</summary>
    public Subscriber Add(string service)
    {
        var inbox = new Inbox(service);
        inboxes.Add(inbox);
        return new Subscriber(inbox);
    }

    /// <summary>Sees every event at the moment it is published.</summary>
    public void Observe(Action<IEvent> observer) => observers.Add(observer);

    public ValueTask Publish(IEvent happened, CancellationToken ct)
    {
        foreach (var observer in observers) observer(happened);
        foreach (var inbox in inboxes) inbox.Offer(happened);
        return ValueTask.CompletedTask;
    }

    /// <summary>Delivers until no service has anything left to do.</summary>
    public async Task Drain(CancellationToken ct)
    {
        while (Next() is { } inbox)
        {
            ct.ThrowIfCancellationRequested();
            await inbox.DeliverNext(ct);
            Delivered++;
        }
    }

    private Inbox? Next()
    {
        if (interleaving is null) return inboxes.Find(inbox => inbox.HasWork);
        var ready = inboxes.FindAll(inbox => inbox.HasWork);
        return ready.Count == 0 ? null : ready[interleaving.Next(ready.Count)];
    }
}
