namespace Superintel.ServiceDefaults.Hosting;

/// <summary>How a service stands, for the fleet's overview.</summary>
/// <param name="Now">The service's clock.</param>
/// <param name="OutboxPending">Events not yet confirmed by the broker.</param>
/// <param name="OutboxOldestSeconds">Age of the oldest of them.</param>
/// <param name="DeadMessages">Messages that need a person.</param>
/// <param name="QueueDepth">Messages waiting to be handled; null when the broker cannot be asked.</param>
public sealed record ServiceStatus(
    string Service,
    string Version,
    DateTimeOffset StartedAt,
    DateTimeOffset Now,
    long OutboxPending,
    double OutboxOldestSeconds,
    long DeadMessages,
    long? QueueDepth);
