namespace Superintel.Contracts.Events;

/// <summary>A use case that reacts to an event. Called once in effect per <see cref="IEvent.EventId"/>, one event at a time, in order of
/// arrival.</summary>
public interface IHandle<in TEvent>
    where TEvent : IEvent
{
    Task Handle(TEvent happened, CancellationToken ct);
}
