namespace Superintel.Contracts.Events;

/// <summary>Something that happened. Facts only; consumers may see an event again and must recognise it by <see cref="EventId"/>.</summary>
public interface IEvent
{
    /// <summary>Idempotency key: a function of the event's content, the same whenever the same fact is told again.</summary>
    string EventId { get; }

    /// <summary>When it happened, UTC, on the fleet's clock (the replay's time in a replay).</summary>
    DateTimeOffset OccurredAt { get; }
}
