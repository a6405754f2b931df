using Superintel.Contracts.Events;

namespace Superintel.ServiceDefaults.Messaging;

/// <summary>
/// The events that a scope's transaction handles together, so that a store can read in one question what their handlers will ask for one by
/// one. Empty when an event is handled alone.
/// </summary>
public sealed class DeliveryGroup
{
    /// <summary>New events, in order.</summary>
    public IReadOnlyList<IEvent> Events { get; internal set; } = [];
}
