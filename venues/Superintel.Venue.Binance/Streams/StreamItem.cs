namespace Superintel.Venue.Binance.Streams;

/// <summary>What a feed gives its reader.</summary>
public abstract record StreamItem
{
    private StreamItem()
    {
    }

    /// <summary>
    /// A new connection stands and what was asked for flows. Whatever was said between the last one's end and now is missing: ask for it.
    /// </summary>
    /// <param name="Number">1 for the first.</param>
    public sealed record Connected(int Number) : StreamItem;

    /// <summary>One message, whole.</summary>
    public sealed record Frame(ReadOnlyMemory<byte> Json) : StreamItem;

    /// <summary>There is no connection now; the feed goes on trying.</summary>
    /// <param name="Code">Stable: connect-failed, connection-lost, frame-too-large, frame-not-text, silent, subscription-refused.</param>
    public sealed record Down(string Code, string Text) : StreamItem;
}
