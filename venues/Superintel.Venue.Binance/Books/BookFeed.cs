using System.Runtime.CompilerServices;
using Superintel.Venue.Binance.Messages;
using Superintel.Venue.Binance.Parse;
using Superintel.Venue.Binance.Spot;
using Superintel.Venue.Binance.Streams;

namespace Superintel.Venue.Binance.Books;

/// <summary>One symbol's true book: the depth stream and its snapshots together. After a gap or a new connection it begins anew.</summary>
public sealed class BookFeed(MarketDataClient rest, SequenceRule rule, TimeProvider clock)
{
    private static readonly TimeSpan SnapshotPause = TimeSpan.FromSeconds(1);
    private readonly DepthChange change = new();
    private readonly DepthChange snapshot = new();

    public DepthSynchroniser State { get; } = new(rule);

    /// <summary>Called when a book that was true is so no more: a gap, a lost connection, a message that cannot be read.</summary>
    public Action Voided { get; init; } = () => { };

    /// <summary>Called with every trade, where the feed has those of the symbol too.</summary>
    public Action<StreamMessage.Trade> Traded { get; init; } = _ => { };

    /// <summary>When the exchange told the last change; null: it did not say.</summary>
    public DateTimeOffset? ToldAt { get; private set; }

    /// <summary>Messages that could not be read; each voids the book, for what they said is not known.</summary>
    public long Unreadable { get; private set; }

    /// <summary>The book after each change while it is true; the same object every time.</summary>
    /// <param name="feed">A feed of the symbol's depth stream, with its trades or without.</param>
    public async IAsyncEnumerable<DepthBook> Run(
        StreamFeed feed, string symbol, DepthScale scale, [EnumeratorCancellation] CancellationToken ct)
    {
        var nextSnapshot = DateTimeOffset.MinValue;
        await foreach (var item in feed.Run(ct))
        {
            var wasTrue = State.IsSynchronised;
            if (item is not StreamItem.Frame frame)
            {
                State.Restart();
                if (wasTrue) Voided();
                continue;
            }
            var step = Take(frame.Json.Span, scale, feed);
            if (wasTrue && !State.IsSynchronised) Voided();
            switch (step)
            {
                case DepthStep.Applied:
                    yield return State.Book;
                    break;
                // While the snapshot is fetched, messages wait in the connection's queue.
                case DepthStep.Buffered or DepthStep.Gap when clock.GetUtcNow() >= nextSnapshot:
                    nextSnapshot = clock.GetUtcNow() + SnapshotPause;
                    if (await rest.Depth(symbol, scale, snapshot, ct) is null && State.Snapshot(snapshot) == DepthStep.Synchronised)
                        yield return State.Book;
                    break;
            }
        }
    }

    private DepthStep Take(ReadOnlySpan<byte> json, DepthScale scale, StreamFeed feed)
    {
        if (DepthParser.Change(json, scale, change) is null)
        {
            ToldAt = change.EventMs > 0 ? DateTimeOffset.FromUnixTimeMilliseconds(Math.Min(change.EventMs, 253_402_300_799_999)) : null;
            return State.Feed(change);
        }
        switch (StreamParser.Parse(json))
        {
            case { IsValid: true, Value: StreamMessage.Trade trade }:
                Traded(trade);
                break;
            case { IsValid: true, Value: StreamMessage.ServerShutdown }:
                feed.Renew();
                break;
            // Answers to a probe are not depth and not wrong.
            case { IsValid: true, Value: StreamMessage.ControlAnswer }:
                break;
            default:
                Unreadable++;
                State.Restart();
                break;
        }
        return DepthStep.Ignored;
    }
}
