using System.Threading.Channels;
using Superintel.Venue.Ibkr.Messages.Answers;

namespace Superintel.Venue.Ibkr.Session;

/// <summary>
/// A stream that TWS keeps sending until it is told to stop. When the reader is slow the oldest updates go, and are counted.
/// </summary>
public sealed class Subscription<T> : ISubscription, IAsyncDisposable
{
    private const int Bound = 8192;
    private readonly Channel<T> updates;
    private readonly Func<CancellationToken, Task> ask;
    private readonly Func<CancellationToken, Task> stop;
    private long dropped;

    internal Subscription(int requestId, Func<CancellationToken, Task> ask, Func<CancellationToken, Task> stop)
    {
        (RequestId, this.ask, this.stop) = (requestId, ask, stop);
        updates = Channel.CreateBounded<T>(
            new BoundedChannelOptions(Bound) { FullMode = BoundedChannelFullMode.DropOldest, SingleWriter = true },
            _ => Interlocked.Increment(ref dropped));
    }

    public int RequestId { get; }

    public ChannelReader<T> Updates => updates.Reader;

    /// <summary>Updates that the reader was too slow for: the book or the bars have a hole.</summary>
    public long Dropped => Interlocked.Read(ref dropped);

    void ISubscription.Offer<TUpdate>(in TUpdate update)
    {
        if (update is T fitting) updates.Writer.TryWrite(fitting);
        else if (update is MarketDepth level && typeof(T) == typeof(MarketDepthL2))
        {
            var named = new MarketDepthL2(
                level.RequestId, level.Position, "", level.Operation, level.Side, level.Price, level.Size, false);
            if (named is T fittingLevel) updates.Writer.TryWrite(fittingLevel);
        }
        else if (update is HistoricalData history && typeof(T) == typeof(HistoricalUpdate))
        {
            foreach (var bar in history.Bars)
                if (Grown(bar) is T fittingBar) updates.Writer.TryWrite(fittingBar);
        }
    }

    void ISubscription.Reset()
    {
        if (new MarketDepthL2(RequestId, -1, "", 2, 0, 0m, 0m, false) is T empty) updates.Writer.TryWrite(empty);
        if (new HistoricalUpdate(RequestId, 0, "", 0m, 0m, 0m, 0m, 0m, 0m) is T hole) updates.Writer.TryWrite(hole);
    }

    private HistoricalUpdate Grown(HistoricalBar bar) =>
        new(RequestId, bar.Trades, bar.Time, bar.Open, bar.Close, bar.High, bar.Low, bar.WeightedPrice, bar.Volume);

    Task ISubscription.Ask(CancellationToken ct) => ask(ct);

    void ISubscription.End(TwsException? failure) => updates.Writer.TryComplete(failure);

    public async ValueTask DisposeAsync()
    {
        updates.Writer.TryComplete();
        try
        {
            await stop(CancellationToken.None);
        }
        catch (TwsException) when (updates.Reader.Completion.IsCompleted || !updates.Writer.TryComplete())
        {
            // The connection went first, and the subscription with it.
        }
    }
}
