using Superintel.Contracts.Events;

namespace Superintel.ServiceDefaults.Messaging;

/// <summary>Delivers one event to this service's handlers, whichever way it came: bus, gRPC or a replayed dead message.</summary>
public interface IEventDelivery
{
    /// <returns>False when the event had had its effect before; then nothing happens.</returns>
    Task<bool> Deliver(IEvent happened, CancellationToken ct);
}
