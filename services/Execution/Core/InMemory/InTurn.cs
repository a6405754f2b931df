using Superintel.Contracts.Events;

namespace Superintel.Execution.InMemory;

/// <summary>Two handlers of one event, one after the other, as the service registers them.</summary>
internal sealed class InTurn<TEvent>(IHandle<TEvent> first, IHandle<TEvent> second) : IHandle<TEvent>
    where TEvent : IEvent
{
    public async Task Handle(TEvent happened, CancellationToken ct)
    {
        await first.Handle(happened, ct);
        await second.Handle(happened, ct);
    }
}
