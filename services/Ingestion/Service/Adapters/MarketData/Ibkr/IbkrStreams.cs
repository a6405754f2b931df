using System.Threading.Channels;
using Superintel.Ingestion.Service.Adapters.MarketData.Live;
using Superintel.Kernel;
using Superintel.Venue.Ibkr.Messages.Answers;
using Superintel.Venue.Ibkr.Session;

namespace Superintel.Ingestion.Service.Adapters.MarketData.Ibkr;

/// <summary>
/// The running bars of every contract, from their asking until they are asked for anew. A farm that was away may leave a stream dead
/// without a word (nautilus_trader #3968), or end it with 10182: neither is a reason to give up the session.
/// </summary>
/// <param name="items">Takes what closes, and ends when the connection does.</param>
/// <param name="heard">Called at each update.</param>
internal sealed class IbkrStreams(
    TwsClient client, IbkrConnection connection, ChannelWriter<LiveItem> items, LiveClock clock, Action heard) : IAsyncDisposable
{
    private readonly CancellationTokenSource ending = new();
    private readonly List<Subscription<HistoricalUpdate>> subscriptions = [];
    private readonly List<Task> work = [];
    private readonly int returns = connection.Farms.Returns;
    private volatile bool isBroken;
    private bool isOver;

    /// <summary>Their farm was away meanwhile, or TWS ended one while its data were.</summary>
    public bool AreSpent => isBroken || connection.Farms.Returns != returns;

    /// <exception cref="TwsException">The connection went.</exception>
    public async Task Ask(IEnumerable<IbkrListing> listings, BarInterval interval, bool regularHours, CancellationToken ct)
    {
        var twoBars = interval.Length * 2 > TimeSpan.FromMinutes(30) ? interval.Length * 2 : TimeSpan.FromMinutes(30);
        foreach (var listing in listings)
        {
            var bars = await client.Bars(IbkrBars.Request(listing, interval, IbkrBars.Duration(twoBars), regularHours), ct);
            subscriptions.Add(bars);
            work.Add(Follow(listing, interval, bars, ending.Token));
        }
    }

    /// <summary>Nobody listens any more, and TWS is told to stop.</summary>
    public async Task Stop()
    {
        await DisposeAsync();
        foreach (var subscription in subscriptions) await subscription.DisposeAsync();
        subscriptions.Clear();
    }

    public async ValueTask DisposeAsync()
    {
        if (isOver) return;
        isOver = true;
        await ending.CancelAsync();
        await Task.WhenAll(work);
        ending.Dispose();
    }

    private async Task Follow(IbkrListing listing, BarInterval interval, Subscription<HistoricalUpdate> bars, CancellationToken ct)
    {
        // What had closed before is the past's business.
        var (growing, dropped, since) = (new GrowingBar(), 0L, clock.Now);
        try
        {
            await foreach (var row in bars.Updates.ReadAllAsync(ct))
            {
                heard();
                if (bars.Dropped != dropped || row.Time.Length == 0) growing.Doubt();
                dropped = bars.Dropped;
                if (IbkrBars.Of(listing, interval, row) is { } grown && growing.Next(grown) is { } ended
                    && ended.ClosedAt > since)
                {
                    // The next bar has begun: what is known of the gateway's time is wrong.
                    if (ended.ClosedAt > clock.Now) await HearAgain(ct);
                    await items.WriteAsync(new LiveItem.Closed(ended), ct);
                }
            }
            items.TryComplete(); // the connection went
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // Asked for anew, or nobody listens any more.
        }
        catch (TwsException refused) when (refused.VenueCode != 0 && (connection.Doubt is not null || AreSpent))
        {
            isBroken = true; // asked for anew when its data are back
        }
        catch (Exception failure) when (failure is TwsException or ChannelClosedException)
        {
            // TWS refused this stream, or another one ended first.
            items.TryComplete(failure as TwsException);
        }
    }

    private async Task HearAgain(CancellationToken ct)
    {
        try
        {
            clock.Hear(await client.Probe(ct));
        }
        catch (TwsException)
        {
            // The connection goes, which its reader says better. The bar comes as past, and the next session asks for it again.
        }
    }
}
