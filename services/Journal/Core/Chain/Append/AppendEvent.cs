using Superintel.Contracts.Events;
using Superintel.Contracts.Events.V1;
using Superintel.Journal.Chain.Ports;

namespace Superintel.Journal.Chain.Append;

/// <summary>Records an event at the end of the chain, once per event id, and says so.</summary>
/// <param name="wallClock">When things were recorded is told by the wall, whatever time the fleet replays.</param>
public sealed class AppendEvent(IEntries entries, ITraceContext trace, IEvents events, TimeProvider wallClock) : IHandle<IEvent>
{
    public async Task Handle(IEvent happened, CancellationToken ct)
    {
        var head = await entries.Head(ct);
        var entry = Next(head, happened);
        if (!await entries.Append(entry, ct)) return;
        await events.Publish(
            new JournalEntryRecorded(entry.Sequence, entry.Kind, entry.EventId, entry.DecisionId, entry.Hash, entry.OccurredAt), ct);
    }

    private JournalEntry Next(ChainHead head, IEvent happened)
    {
        var unsealed = new JournalEntry(
            head.Sequence + 1,
            EventKind.Of(happened),
            happened.EventId,
            (happened as IDecisionEvent)?.DecisionId ?? "",
            EntryHash.ToMicroseconds(happened.OccurredAt),
            EntryHash.ToMicroseconds(wallClock.GetUtcNow()),
            EventPayload.Of(happened),
            trace.TraceId,
            head.Hash,
            "");
        return unsealed with { Hash = EntryHash.Of(unsealed) };
    }
}
