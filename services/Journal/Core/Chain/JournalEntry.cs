namespace Superintel.Journal.Chain;

/// <summary>One event, recorded for good.</summary>
/// <param name="Sequence">1, 2, 3, ... without a gap.</param>
/// <param name="Kind">The event's type, kebab-case: order-filled.</param>
/// <param name="DecisionId">Empty when the event belongs to no decision.</param>
/// <param name="OccurredAt">When it happened, fleet clock, whole microseconds.</param>
/// <param name="RecordedAt">When it was recorded, wall clock, whole microseconds.</param>
/// <param name="Payload">The event as JSON, byte for byte as hashed.</param>
/// <param name="TraceId">32 hexadecimal digits; empty when there was no trace.</param>
/// <param name="PreviousHash">Hash of the entry before; <see cref="EntryHash.Genesis"/> for the first.</param>
/// <param name="Hash">See <see cref="EntryHash"/>.</param>
public sealed record JournalEntry(
    long Sequence,
    string Kind,
    string EventId,
    string DecisionId,
    DateTimeOffset OccurredAt,
    DateTimeOffset RecordedAt,
    string Payload,
    string TraceId,
    string PreviousHash,
    string Hash);
