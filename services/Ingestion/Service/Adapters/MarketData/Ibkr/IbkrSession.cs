using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Superintel.Ingestion.MarketData;
using Superintel.Ingestion.ReferenceData;
using Superintel.Ingestion.Service.Adapters.MarketData.Live;
using Superintel.Kernel;
using Superintel.Venue.Ibkr.Messages.Answers;
using Superintel.Venue.Ibkr.Session;

namespace Superintel.Ingestion.Service.Adapters.MarketData.Ibkr;

/// <summary>
/// One session with the gateway. It ends with the connection, or when nothing was said for too long. A data farm that goes away and comes
/// back ends nothing: what it served is doubted meanwhile, then asked for anew and with what was missed.
/// </summary>
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

    public string? Doubt { get; private set; }

    public ValueTask DisposeAsync() => client.DisposeAsync();

    public async Task<LivePast> Past(InstrumentId instrument, BarInterval length, DateTimeOffset from, CancellationToken ct)
    {
        var (rows, longest) = (new List<HistoricalBar>(), IbkrBars.Longest(length));
        try
        {
            var end = await client.Probe(ct);
            clock.Hear(end);
            var until = end - LiveClock.Settling;
            for (var stretch = 0; stretch < MostStretches; stretch++)
            {
                var missing = end - from + length.Length;
                var duration = IbkrBars.Duration(missing < longest ? missing : longest);
                var asked = IbkrBars.Request(listings[instrument], length, duration, options.RegularHours);
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
        connection.Noticed = () => items.Writer.TryWrite(new LiveItem.Pulse()); // no matter when it is full: the next item tells it
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var (streams, watching) = (NewStreams(), Task.CompletedTask);
        try
        {
            await streams.Ask(listings.Values, interval, options.RegularHours, ct);
            watching = Watch(ending.Token);
            Doubt = connection.Doubt;
            yield return new LiveItem.Connected();
            await foreach (var item in items.Reader.ReadAllAsync(ct))
            {
                var isAnew = connection.Doubt is null && streams.AreSpent;
                if (isAnew)
                {
                    await streams.Stop();
                    streams = NewStreams();
                    if (!await AskAnew(streams, ct)) yield break;
                }
                Doubt = connection.Doubt;
                if (isAnew) yield return new LiveItem.Connected();
                if (!isAnew || item is not LiveItem.Connected) yield return item;
            }
        }
        finally
        {
            await ending.CancelAsync();
            await watching;
            await streams.DisposeAsync();
        }
    }

    private static IEnumerable<BarCandidate> Bars(List<HistoricalBar> rows, IbkrListing listing, BarInterval length) =>
        rows.Select(row => IbkrBars.Of(listing, length, row)).OfType<BarCandidate>();

    private IbkrStreams NewStreams()
    {
        Heard();
        return new IbkrStreams(client, connection, items.Writer, clock, Heard);
    }

    // Only a connection that went refuses to send: the session ends with it as ever.
    private async Task<bool> AskAnew(IbkrStreams streams, CancellationToken ct)
    {
        try
        {
            await streams.Ask(listings.Values, interval, options.RegularHours, ct);
            return true;
        }
        catch (TwsException)
        {
            return false;
        }
    }

    private void Heard() => Volatile.Write(ref heardAt, clock.Now.UtcTicks);

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
