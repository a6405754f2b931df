using Superintel.Contracts.Events;
using Superintel.Contracts.Events.V1;
using Superintel.Kernel;
using Superintel.Prediction.Discovery.SelectPairs;
using Superintel.Prediction.FeatureStore.Ports;
using Superintel.Prediction.Forecasting.PairFeatures;
using Superintel.Prediction.Panel;
using Superintel.Prediction.Panel.Ports;
using Superintel.Prediction.Signals.Ports;

namespace Superintel.Prediction.Signals.ScoreSlice;

/// <summary>
/// A slice of bars closed: it enters the panel, pairs are found anew when that is due, every monitored pair is scored, and each stance that
/// changes gives a signal. Ends with SliceScored whatever came of it, because the replay waits for that.
/// </summary>
public sealed class ScoreSlice(
    IInstruments instruments,
    IClosePanels panels,
    SelectPairs selectPairs,
    IFeatureStore features,
    IStances stances,
    ISignals signals,
    IRefusedExits refusedExits,
    PairScorer scorer,
    IEvents events,
    TimeProvider clock,
    PredictionOptions options) : IHandle<BarClosed>
{
    public async Task Handle(BarClosed happened, CancellationToken ct)
    {
        var scored = options.Scores(happened.Interval) ? await Score(happened, BarInterval.Parse(happened.Interval), ct) : Nothing;
        foreach (var signal in scored.Signals)
        {
            await signals.Append(signal, ct);
            await events.Publish(signal, ct);
        }
        await events.Publish(Done(happened, scored), ct);
    }

    private static ScoredSlice Nothing => new([], [], 0);

    private async Task<ScoredSlice> Score(BarClosed happened, BarInterval interval, CancellationToken ct)
    {
        var panel = await panels.Current(happened.Feed, interval, ct);
        var book = await instruments.Load(ct);
        var known = await stances.Load(happened.Feed, interval, ct);
        var slice = PanelSlice.Of(happened.Feed, interval, happened.OccurredAt, happened.Bars, book);
        // A late bar makes no signal, and does not rewrite the past that earlier signals were made from.
        if (slice.Closes.IsEmpty || slice.At <= panel.LastAt) return new ScoredSlice([], [], known.Held.Count());
        panel = panel.Append(slice);
        await panels.Save(panel, slice, ct);
        var selection = await selectPairs.Handle(panel, book, ct);
        var waiting = await refusedExits.Waiting(interval, ct);
        var repeated = await new RepeatExits(refusedExits, signals).For(happened, waiting, ct);
        var scored = scorer.Score(panel, book, selection, known, KnownAt(happened), [.. waiting.Select(exit => exit.Pair)]) with
        {
            Repeated = [.. repeated],
        };
        await features.Declare(PairFeatureSchema.Current, ct);
        await features.Append(scored.Features, ct);
        await stances.Save(happened.Feed, interval, scored.Stances, ct);
        return scored;
    }

    // Clocks of two machines may differ by a little: a bar cannot be known before it closed.
    private DateTimeOffset KnownAt(BarClosed happened)
    {
        var now = clock.GetUtcNow();
        return now > happened.OccurredAt ? now : happened.OccurredAt;
    }

    private static SliceScored Done(BarClosed happened, ScoredSlice scored) => new(
        happened.Feed,
        happened.Interval,
        happened.OccurredAt,
        scored.Pairs.Length,
        scored.Skipped,
        [.. scored.Signals.Select(signal => signal.DecisionId)]);
}
