namespace Superintel.Contracts.Events;

/// <summary>Where a use case publishes. In a service this is the outbox of the current transaction; in the simulation, the
/// scheduler.</summary>
public interface IEvents
{
    ValueTask Publish(IEvent happened, CancellationToken ct);
}
