using Superintel.Ingestion.MarketData;
using Superintel.Ingestion.Service.Adapters.MarketData.Live;
using Superintel.Kernel;

namespace Superintel.Ingestion.Tests.MarketData.Live;

/// <summary>All that a live feed tells while it is followed, over as many sessions as it takes.</summary>
internal sealed class FollowedFeed : IAsyncDisposable
{
    private readonly List<LiveNews> news = [];
    private readonly CancellationTokenSource stop = new();

    /// <summary>Completes when the session that is followed ends.</summary>
    public Task Following { get; private set; } = Task.CompletedTask;

    /// <summary>Opens a session and follows it.</summary>
    /// <param name="settled">Instruments, and up to when each is known.</param>
    /// <param name="grace">How long a slice waits for its last bar.</param>
    public async Task Follow(
        ILiveSource source, string feed, IReadOnlyDictionary<InstrumentId, DateTimeOffset> settled, TimeSpan grace, LiveClock clock)
    {
        var session = await source.Open(CancellationToken.None);
        var interval = source.Plan.Interval;
        var bars = new BarFeed(
            interval, new SliceAssembly(feed, interval, settled.Count, grace), (id, from, ct) => session.Past(id, interval, from, ct),
            settled, clock, () => session.Doubt);
        Following = Task.Run(() => Hear(session, bars));
    }

    /// <summary>Everything, in order.</summary>
    public LiveNews[] All()
    {
        lock (news) return [.. news];
    }

    public int Count<T>()
    {
        lock (news) return news.OfType<T>().Count();
    }

    public Slice[] Slices()
    {
        lock (news) return [.. news.OfType<LiveNews.Closed>().Select(closed => closed.Slice)];
    }

    /// <summary>Those of the past first.</summary>
    public BarCandidate[] Bars()
    {
        lock (news)
        {
            return [.. news.OfType<LiveNews.Past>().SelectMany(past => past.Candidates)
                .Concat(news.OfType<LiveNews.Closed>().SelectMany(closed => closed.Slice.Candidates))];
        }
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await Following;
        stop.Dispose();
    }

    private async Task Hear(ILiveSession session, BarFeed bars)
    {
        await using (session)
        {
            try
            {
                await foreach (var told in bars.Run(session.Stream(stop.Token), stop.Token))
                    lock (news) news.Add(told);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                // The test is over.
            }
        }
    }
}
