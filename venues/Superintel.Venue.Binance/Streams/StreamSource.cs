namespace Superintel.Venue.Binance.Streams;

/// <summary>What to connect to, how to begin, and how to ask whether the other side is there.</summary>
/// <param name="Begin">Said once connected; gives null when the stream flows, or why it does not.</param>
/// <param name="Probe">A message that the other side must answer with any message.</param>
public sealed record StreamSource(
    Uri Address, Func<StreamSocket, CancellationToken, Task<StreamItem.Down?>> Begin, Func<string> Probe)
{
    /// <summary>How a connection comes about; null: the platform's way.</summary>
    public StreamDial? Dial { get; init; }

    /// <summary>A market stream whose address says it all.</summary>
    /// <param name="streams">Lower-case names such as btcusdt@depth@100ms, at most 1,024.</param>
    public static StreamSource Market(Uri streamsRoot, params IReadOnlyCollection<string> streams)
    {
        const int MostStreams = 1_024;
        ArgumentOutOfRangeException.ThrowIfGreaterThan(streams.Count, MostStreams, nameof(streams));
        return new StreamSource(
            new Uri($"{streamsRoot.ToString().TrimEnd('/')}/stream?streams={string.Join('/', streams)}"),
            (_, _) => Task.FromResult<StreamItem.Down?>(null),
            () => """{"method":"LIST_SUBSCRIPTIONS","id":1}""");
    }
}
