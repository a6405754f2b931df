using System.ComponentModel.DataAnnotations;

namespace Superintel.ServiceDefaults.Messaging;

/// <summary>Section Messaging. The broker's address is ConnectionStrings:rabbitmq.</summary>
public sealed record MessagingOptions
{
    /// <summary>Put before every queue and exchange, so that fleets and tests can share a broker. Default none.</summary>
    public string Prefix { get; init; } = string.Empty;

    /// <summary>Queues that must stand before the first event leaves: an exchange without queues drops what it gets. Default
    /// none.</summary>
    public IReadOnlyList<string> AwaitQueues { get; init; } = [];

    /// <summary>Tries of one message before it is dead. While the store is down they are not counted. Default 4.</summary>
    [Range(1, 100)]
    public int Attempts { get; init; } = 4;

    /// <summary>Pause before the second try; doubles up to <see cref="LongestPause"/>. Default 100 ms.</summary>
    public TimeSpan FirstPause { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>Default 5 s.</summary>
    public TimeSpan LongestPause { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Messages the broker may send ahead of the one at work. Default 32.</summary>
    [Range(1, 1000)]
    public ushort Prefetch { get; init; } = 32;

    /// <summary>Messages that a service which handles them in groups takes into one transaction. Default 256.</summary>
    [Range(1, 1000)]
    public ushort Group { get; init; } = 256;

    /// <summary>Length of a group's messages, in bytes; a single longer one is a group of its own. Default 4 MiB.</summary>
    [Range(1, int.MaxValue)]
    public int GroupBytes { get; init; } = 4 << 20;

    /// <summary>Events per round of the dispatcher. Default 200.</summary>
    [Range(1, 10_000)]
    public int BatchSize { get; init; } = 200;

    /// <summary>How long the broker may take to confirm one event. Default 10 s.</summary>
    public TimeSpan ConfirmTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The dispatcher looks by itself this often, should a wake-up have been lost. Default 10 s.</summary>
    public TimeSpan LookInterval { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How often the bus is looked after. Default 5 s.</summary>
    public TimeSpan WatchInterval { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Looks at an ailing bus, with a broker that answers, after which the service ends. Default 4.</summary>
    [Range(1, 1000)]
    public int WatchPatience { get; init; } = 4;

    /// <summary>How long event ids are remembered; a repeat after that would be taken for new. Default 60 days.</summary>
    public TimeSpan RememberEvents { get; init; } = TimeSpan.FromDays(60);
}
