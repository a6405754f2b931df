using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Superintel.Ingestion.MarketData;
using Superintel.Ingestion.ReferenceData;
using Superintel.Ingestion.Service.Adapters.MarketData.Live;
using Superintel.Kernel;
using Superintel.Venue.Ibkr.Messages.Answers;
using Superintel.Venue.Ibkr.Messages.Requests;
using Superintel.Venue.Ibkr.Session;

namespace Superintel.Ingestion.Service.Adapters.MarketData.Ibkr;

/// <summary>One session with the gateway. It ends with the connection, or when nothing was said for too long.</summary>
internal sealed class IbkrSession(
    TwsClient client, IbkrConnection connection, SortedDictionary<InstrumentId, IbkrListing> listings, IbkrFeedOptions options,
    LiveClock clock, ILogger<IbkrSource> log) : ILiveSession
{
    private const int MostStretches = 60;
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan ProbeEvery = TimeSpan.FromSeconds(30);
    private readonly BarInterval interval = BarInterval.Parse(options.Interval);
    private readonly Channel<LiveItem> items = Channel.CreateBounded<LiveItem>(4_096);
    private long heardAt;

    public IReadOnlyList<Instrument> Instruments { get; } = [.. listings.Values.Select(listing => listing.Instrument)];

    public ValueTask DisposeAsync() => client.DisposeAsync();

    public async Task<LivePast> Past(InstrumentId instrument, BarInterval length, DateTimeOffset from, CancellationToken ct)
    {
        var (rows, longest) = (new List<HistoricalBar>(), IbkrBars.Longest(length));
        try
        {
            var end = await Hear(ct);
            var until = end - LiveClock.Settling;
            for (var stretch = 0; stretch < MostStretches; stretch++)
            {
                var missing = end - from + length.Length;
                var asked = Request(listings[instrument], length, IbkrBars.Duration(missing < longest ? missing : longest));
                rows.AddRange(await client.HistoricalBars(
                    stretch == 0 ? asked : asked with { End = TwsTime.AsRequest(end) }, ct));
                if (missing <= longest) return new LivePast([.. Bars(rows, listings[instrument], length)], until);
                end -= longest;
            }
        }
        catch (TwsException failure)
        {
            return LivePast.Failed(failure.Message);
        }
        return LivePast.Failed($"more than {MostStretches} stretches of {longest.TotalDays} days are missing: import them");
    }

    public async IAsyncEnumerable<LiveItem> Stream([EnumeratorCancellation] CancellationToken ct)
    {
        // Full only when the reader is far behind; then the gaps that it finds ask for what this would have asked for.
        connection.Restored = () => items.Writer.TryWrite(new LiveItem.Connected());
        Volatile.Write(ref heardAt, clock.Now.UtcTicks);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var work = new List<Task>();
        try
        {
            foreach (var listing in listings.Values)
            {
                var twoBars = interval.Length * 2 > TimeSpan.FromMinutes(30) ? interval.Length * 2 : TimeSpan.FromMinutes(30);
                var bars = await client.Bars(Request(listing, interval, IbkrBars.Duration(twoBars)), ct);
                work.Add(Follow(listing, bars, ending.Token));
            }
            work.Add(Watch(ending.Token));
            yield return new LiveItem.Connected();
            await foreach (var item in items.Reader.ReadAllAsync(ct)) yield return item;
        }
        finally
        {
            await ending.CancelAsync();
            await Task.WhenAll(work);
        }
    }

    private static IEnumerable<BarCandidate> Bars(List<HistoricalBar> rows, IbkrListing listing, BarInterval length) =>
        rows.Select(row => IbkrBars.Of(listing, length, row)).OfType<BarCandidate>();

    private RequestHistoricalData Request(IbkrListing listing, BarInterval length, string duration) => new(
        0, listing.Contract, "", IbkrBars.Size(length), duration, options.RegularHours, listing.Show);

    private async Task Follow(IbkrListing listing, Subscription<HistoricalUpdate> bars, CancellationToken ct)
    {
        // What had closed before is the past's business.
        var (growing, dropped, since) = (new GrowingBar(), 0L, clock.Now);
        try
        {
            await foreach (var row in bars.Updates.ReadAllAsync(ct))
            {
                Volatile.Write(ref heardAt, clock.Now.UtcTicks);
                if (bars.Dropped != dropped || row.Time.Length == 0) growing.Doubt();
                dropped = bars.Dropped;
                if (IbkrBars.Of(listing, interval, row) is { } grown && growing.Next(grown) is { } ended
                    && ended.ClosedAt > since)
                {
                    // The next bar has begun: what is known of the gateway's time is wrong.
                    if (ended.ClosedAt > clock.Now) await HearAgain(ct);
                    await items.Writer.WriteAsync(new LiveItem.Closed(ended), ct);
                }
            }
            items.Writer.TryComplete(); // the connection went
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            items.Writer.TryComplete();
        }
        catch (Exception failure) when (failure is TwsException or ChannelClosedException)
        {
            // TWS refused this stream, or another one ended first.
            items.Writer.TryComplete(failure as TwsException);
        }
    }

    private async Task<DateTimeOffset> Hear(CancellationToken ct)
    {
        var now = await client.Probe(ct);
        clock.Hear(now);
        return now;
    }

    private async Task HearAgain(CancellationToken ct)
    {
        try
        {
            await Hear(ct);
        }
        catch (TwsException)
        {
            // The connection goes, which its reader says better. The bar comes as past, and the next session asks for it again.
        }
    }

    // Time goes on for waiting slices, a connection that only seems to stand is found out, and so is a silent one.
    private async Task Watch(CancellationToken ct)
    {
        using var timer = new PeriodicTimer(Beat, TimeProvider.System);
        var probed = TimeProvider.System.GetTimestamp();
        try
        {
            while (await timer.WaitForNextTickAsync(ct))
            {
                items.Writer.TryWrite(new LiveItem.Pulse()); // no matter when it is full: others move the time then
                foreach (var farm in connection.Farms.Overdue()) log.FarmAway(IbkrBars.Source, farm, IbkrFarms.Patience);
                if (clock.Now.UtcTicks - Volatile.Read(ref heardAt) > options.Silence.Ticks) items.Writer.TryComplete();
                if (TimeProvider.System.GetElapsedTime(probed) < ProbeEvery) continue;
                await client.Probe(ct);
                probed = TimeProvider.System.GetTimestamp();
            }
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            items.Writer.TryComplete();
        }
        catch (TwsException failure)
        {
            items.Writer.TryComplete(failure);
        }
    }
}
