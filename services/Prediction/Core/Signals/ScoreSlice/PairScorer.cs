using System.Collections.Immutable;
using Superintel.Kernel;
using Superintel.Prediction.Discovery;
using Superintel.Prediction.Forecasting;
using Superintel.Prediction.Forecasting.PairFeatures;
using Superintel.Prediction.Panel;

namespace Superintel.Prediction.Signals.ScoreSlice;

/// <summary>
/// Scores every monitored pair at the panel's newest slice: the pairs of the selection, and those with an open stance until it is
/// closed, the latter with the hedge they were opened with. Pure: the same panel, stances and selection give the same signals.
/// </summary>
public sealed class PairScorer(PredictionOptions options, Ensemble ensemble)
{
    private readonly PairFeatureCalculator calculator = new(options.Features);

    /// <param name="unclosed">Pairs whose last close was refused: they may still be held, so none of them is opened.</param>
    public ScoredSlice Score(
        ClosePanel panel,
        InstrumentBook instruments,
        PairSelection? selection,
        StanceBook stances,
        DateTimeOffset knownAt,
        ImmutableSortedSet<PairId> unclosed)
    {
        var selected = (selection?.Pairs ?? []).ToImmutableSortedDictionary(pair => pair.Pair, pair => pair);
        var monitored = selected.Keys.Union(stances.Held.Select(stance => stance.Pair)).Order().ToArray();
        var scored = ImmutableArray.CreateBuilder<ScoredPair>(monitored.Length);
        foreach (var pair in monitored)
        {
            if (instruments.IsStale(pair.A) || instruments.IsStale(pair.B)) continue;
            if (panel.Window(pair, options.Features.WindowBars, options.Panel.MissingBars) is not { } window) continue;
            var stance = stances.Of(panel.Feed, panel.Interval, pair, window.At(window.Count - 1));
            scored.Add(Score(window, stance, selected.GetValueOrDefault(pair), selection, knownAt, unclosed.Contains(pair)));
        }
        var skipped = monitored.Length - scored.Count;
        return new ScoredSlice(scored.DrainToImmutable(), [], skipped);
    }

    private ScoredPair Score(
        PairWindow window, Stance stance, PairFormation? current, PairSelection? selection, DateTimeOffset knownAt, bool unclosed)
    {
        var at = window.At(window.Count - 1);
        var formation = stance.Formation ?? current ?? throw new InvalidOperationException($"{window.Pair} has no formation.");
        var features = calculator.Calculate(window, formation, stance.Interval, knownAt);
        var verdict = ensemble.Judge(new ModelInput(window.Pair, features));
        // A held pair is examined when a discovery has just passed it over: between discoveries nothing new is known of the relation.
        var passedOver = !stance.IsFlat && current is null && selection?.SelectedAt == at;
        var broken = passedOver ? PairSelector.WhyBroken(window, options.Discovery) : null;
        var seen = new PairObservation(features[PairFields.ZScore], verdict, current is not null, broken, unclosed);
        var move = StanceMachine.Decide(stance, seen, options.Stance);
        var scored = new ScoringContext(window, formation, stance, features, verdict, ensemble.RunId, at);
        return move switch
        {
            Enter enter => SignalComposer.Enter(scored, enter),
            Leave leave => SignalComposer.Leave(scored, leave),
            _ => new ScoredPair(features, verdict, move, stance.IsFlat ? stance.Wait() : stance.Hold(), null),
        };
    }
}
