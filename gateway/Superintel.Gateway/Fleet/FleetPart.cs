namespace Superintel.Gateway.Fleet;

/// <summary>How one part of the fleet stands.</summary>
/// <param name="Health">healthy, degraded, unhealthy or unreachable.</param>
/// <param name="Detail">What is not right, or null.</param>
/// <param name="OutboxPending">Events that the broker has not confirmed.</param>
/// <param name="OutboxOldestSeconds">Age of the oldest of them.</param>
/// <param name="DeadMessages">Messages that need a person.</param>
/// <param name="QueueDepth">Messages waiting to be handled.</param>
public sealed record FleetPart(
    string Name,
    string Health,
    string? Detail = null,
    string? Version = null,
    DateTimeOffset? StartedAt = null,
    DateTimeOffset? Now = null,
    long? OutboxPending = null,
    double? OutboxOldestSeconds = null,
    long? DeadMessages = null,
    long? QueueDepth = null);
