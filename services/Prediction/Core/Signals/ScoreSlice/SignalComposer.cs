using Superintel.Contracts.Events.V1;
using Superintel.Kernel;
using Superintel.Prediction.Forecasting.PairFeatures;

namespace Superintel.Prediction.Signals.ScoreSlice;

/// <summary>Turns a move into the stance after it and the signal that tells of it.</summary>
internal static class SignalComposer
{
    public const string OpenIntent = "open";
    public const string CloseIntent = "close";

    public static ScoredPair Enter(ScoringContext scored, Enter move)
    {
        var decision = Decision(scored, OpenIntent);
        var after = scored.Stance.Open(move.Side, scored.Formation, decision, scored.At);
        var verb = move.Side == StanceSide.Long ? "Buy" : "Sell";
        var verdict = scored.Verdict;
        var reason = $"{verb} the spread {scored.Window.Pair}: {Where(scored)}, half-life {scored.Formation.HalfLifeBars:F1} bars, "
            + $"{verdict.Speakers} of {verdict.Votes.Length} models speak, "
            + $"direction {verdict.Direction:F2}, confidence {verdict.Confidence:F2}.";
        var signal = Compose(scored, decision, OpenIntent, verdict.Direction, verdict.Confidence, verdict.HorizonBars, reason);
        return new ScoredPair(scored.Features, verdict, move, after, signal);
    }

    public static ScoredPair Leave(ScoringContext scored, Leave move)
    {
        var decision = Decision(scored, CloseIntent);
        var after = scored.Stance.Close(move.CoolDownBars, scored.At);
        var side = scored.Stance.Side == StanceSide.Long ? "long" : "short";
        var reason = $"Close the {side} spread {scored.Window.Pair}: {move.Code} at {Where(scored)} "
            + $"after {scored.Stance.BarsHeld + 1} bars, opened by {scored.Stance.OpenedBy}.";
        // A close is a rule that was met, not a forecast: its confidence is full, and it is due at once.
        var signal = Compose(scored, decision, CloseIntent, direction: 0, confidence: 1, horizon: 0, reason);
        return new ScoredPair(scored.Features, scored.Verdict, move, after, signal);
    }

    private static DecisionId Decision(ScoringContext scored, string intent) =>
        DecisionId.For(scored.Window.Pair, scored.Stance.Interval, scored.At, intent);

    private static string Where(ScoringContext scored) =>
        scored.Features[PairFields.ZScore] is { } z ? $"z-score {z:F2}" : "a spread that stands still";

    private static SignalGenerated Compose(
        ScoringContext scored, DecisionId decision, string intent, double direction, double confidence, double horizon, string reason)
    {
        var (window, formation, features) = (scored.Window, scored.Formation, scored.Features);
        return new SignalGenerated(
            decision.Value,
            window.Pair.ToString(),
            window.Pair.A.ToString(),
            window.Pair.B.ToString(),
            scored.Stance.Interval.ToString(),
            scored.At,
            intent,
            direction,
            confidence,
            formation.HedgeRatio,
            formation.Intercept,
            features.Required(PairFields.Spread),
            features[PairFields.ZScore] ?? 0,
            features.Required(PairFields.SpreadVolatility),
            formation.HalfLifeBars,
            horizon,
            window.PriceA(window.Count - 1),
            window.PriceB(window.Count - 1),
            features.Schema.Key,
            features.Id,
            scored.ModelRunId,
            reason,
            [.. scored.Verdict.Votes.Select(vote => vote.ToEvent())]);
    }
}
