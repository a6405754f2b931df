using Superintel.Contracts.Events;
using Superintel.Contracts.Events.V1;
using Superintel.Prediction.InMemory;
using Superintel.TestKit;

namespace Superintel.Prediction.Tests.Planted;

/// <summary>Prediction in memory, fed with slices.</summary>
internal sealed class PlantedRun
{
    private readonly SettableClock clock = new(DateTimeOffset.UnixEpoch);

    public PlantedRun(PredictionOptions options) => Prediction = new PredictionInMemory(Events, clock, options);

    public RecordedEvents Events { get; } = new();

    public PredictionInMemory Prediction { get; }

    public IReadOnlyList<SignalGenerated> Signals => Events.Of<SignalGenerated>();

    public IReadOnlyList<SliceScored> Scored => Events.Of<SliceScored>();

    public static async Task<PlantedRun> Over(PlantedMarket market, PredictionOptions options, int bars, int from = 0)
    {
        var run = new PlantedRun(options);
        await run.List(market);
        for (var bar = from; bar < bars; bar++) await run.Feed(market.Slice(bar));
        return run;
    }

    public async Task List(PlantedMarket market)
    {
        foreach (var listing in market.Listings()) await Prediction.ListInstrument.Handle(listing, CancellationToken.None);
    }

    public async Task Feed(BarClosed slice)
    {
        clock.Set(slice.OccurredAt);
        await Prediction.ScoreSlice.Handle(slice, CancellationToken.None);
    }

    public async Task MarkStale(string instrument, bool stale, DateTimeOffset at, string reason = "") =>
        await Prediction.TrackFreshness.Handle(
            new FeedFreshnessChanged(PlantedMarket.Feed, instrument, stale, at, at, Reason: reason), CancellationToken.None);

    /// <summary>Every event as text with all digits of its numbers: equal texts are equal bits.</summary>
    public static IReadOnlyList<string> Texts(IEnumerable<IEvent> events) =>
        [.. events.Select(happened => System.Text.Json.JsonSerializer.Serialize(happened, happened.GetType()))];
}
