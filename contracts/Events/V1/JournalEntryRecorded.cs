namespace Superintel.Contracts.Events.V1;

/// <summary>An event is in the journal and chained.</summary>
/// <param name="Kind">The journaled event's type, kebab-case.</param>
/// <param name="JournaledEventId">The journaled event's id.</param>
/// <param name="DecisionId">Empty when the event belongs to no decision.</param>
/// <param name="Hash">SHA-256 of the entry chained to its predecessor, lower-case hex.</param>
public sealed record JournalEntryRecorded(
    long Sequence,
    string Kind,
    string JournaledEventId,
    string DecisionId,
    string Hash,
    DateTimeOffset OccurredAt) : IEvent
{
    public string EventId => $"journal-entry-recorded/{Sequence}";
}
