namespace Superintel.Venue.Binance.Streams;

/// <summary>How a stream's connection is kept.</summary>
public sealed record StreamOptions
{
    /// <summary>A connection is replaced by a new one at this age; the exchange cuts it at 24 hours. Default 23 h 50 min.</summary>
    public TimeSpan Lifetime { get; init; } = TimeSpan.FromMinutes((24 * 60) - 10);

    /// <summary>After so much silence the other side is asked whether it is there. Default 20 s, more than a busy stream is ever
    /// silent.</summary>
    public TimeSpan Silence { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>How long the answer may take before the connection counts as lost. Default 10 s.</summary>
    public TimeSpan ProbePatience { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long connecting may take. Default 10 s.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Pause before the second attempt; doubles up to <see cref="LongestPause"/>. Default 0.5 s.</summary>
    public TimeSpan FirstPause { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>300 connections in five minutes are allowed; one in 30 s is far below. Default 30 s.</summary>
    public TimeSpan LongestPause { get; init; } = TimeSpan.FromSeconds(30);
}
