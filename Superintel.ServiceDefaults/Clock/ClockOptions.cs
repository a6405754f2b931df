namespace Superintel.ServiceDefaults.Clock;

/// <summary>Section Clock.</summary>
public sealed record ClockOptions
{
    /// <summary>system (default) or replay.</summary>
    public ClockMode Mode { get; init; } = ClockMode.System;

    /// <summary>A replay's time before its first slice, UTC. Default: 1970-01-01.</summary>
    public DateTimeOffset Start { get; init; } = DateTimeOffset.UnixEpoch;
}
