using System.Collections.Immutable;
using Superintel.Kernel;
using Superintel.Prediction.Analytics.Discovery;
using Superintel.Prediction.Panel;

namespace Superintel.Prediction.Discovery;

/// <summary>
/// Finds the pairs of a panel on the window that ends with its newest slice: correlation floor, Engle-Granger of A on B with the false
/// discovery rate controlled over all trials, the same test the other way round, half-life, hedge ratio, rank. A pure function.
/// </summary>
public static class PairSelector
{
    /// <exception cref="InvalidOperationException">The panel is empty.</exception>
    public static PairSelection Select(ClosePanel panel, InstrumentBook book, PanelOptions gaps, DiscoveryOptions options)
    {
        var at = panel.LastAt ?? throw new InvalidOperationException("An empty panel has no pairs.");
        var legs = book.Instruments.Values.Where(i => i.Tradable && !book.IsStale(i.Id) && panel.ClosedLast(i.Id)).ToArray();
        var (trials, pairs, complete) = Test(panel, legs, gaps, options);
        var q = new double[trials.Count];
        FalseDiscoveryRate.Adjust(trials.Select(trial => trial.Test.PValue).ToArray(), q);
        var significant = trials.Select((trial, i) => (Trial: trial, Q: q[i])).Where(t => t.Q <= options.FalseDiscoveryRate).ToArray();
        var confirmed = significant
            .Where(t => PairEstimate.Test(t.Trial.Window, options.MaximumLag, reverse: true)?.PValue <= options.ReversePValue)
            .ToArray();
        var tradable = confirmed
            .Select(t => Form(t.Trial, t.Q, trials.Count, at))
            .Where(formation => IsTradable(formation, options))
            .OrderBy(formation => formation.PValue)
            .ThenBy(formation => formation.Pair)
            .ToArray();
        var selected = Limit(tradable, options);
        var funnel = new DiscoveryFunnel(
            legs.Length, pairs, complete, trials.Count, significant.Length, confirmed.Length, tradable.Length, selected.Length);
        return new PairSelection(panel.Feed, panel.Interval, at, funnel, selected);
    }

    /// <summary>Why a held pair that was not selected again can no longer be trusted, or null when it can.</summary>
    public static string? WhyBroken(PairWindow window, DiscoveryOptions options)
    {
        if (PairEstimate.Test(window, options.MaximumLag, reverse: false) is not { } test) return BrokenPairCodes.CannotBeTested;
        if (test.Slope < options.MinimumHedgeRatio || test.Slope > options.MaximumHedgeRatio) return BrokenPairCodes.HedgeRatioOutOfRange;
        return test.PValue > options.BrokenPValue ? BrokenPairCodes.CointegrationLost : null;
    }

    private static (List<PairTrial> Trials, int Pairs, int Complete) Test(
        ClosePanel panel, PanelInstrument[] legs, PanelOptions gaps, DiscoveryOptions options)
    {
        var trials = new List<PairTrial>();
        var (pairs, complete) = (0, 0);
        for (var i = 0; i < legs.Length; i++)
        {
            for (var j = i + 1; j < legs.Length; j++)
            {
                if (legs[i].Currency != legs[j].Currency) continue;
                pairs++;
                if (panel.Window(PairId.Of(legs[i].Id, legs[j].Id), options.WindowBars, gaps.MissingBars) is not { } window) continue;
                complete++;
                if (PairEstimate.Correlation(window) is not { } correlation || correlation < options.MinimumCorrelation) continue;
                if (PairEstimate.Test(window, options.MaximumLag, reverse: false) is { } test)
                    trials.Add(new PairTrial(window, correlation, test));
            }
        }
        return (trials, pairs, complete);
    }

    private static PairFormation Form(PairTrial trial, double q, int tested, DateTimeOffset at)
    {
        var test = trial.Test;
        var (halfLife, deviation) = PairEstimate.Reversion(trial.Window, test.Intercept, test.Slope);
        return new PairFormation(
            trial.Window.Pair,
            test.Intercept,
            test.Slope,
            test.Statistic,
            test.PValue,
            q,
            tested,
            halfLife,
            trial.Correlation,
            deviation,
            at);
    }

    private static bool IsTradable(PairFormation formation, DiscoveryOptions options) =>
        formation.HalfLifeBars >= options.MinimumHalfLifeBars
        && formation.HalfLifeBars <= options.MaximumHalfLifeBars
        && formation.HedgeRatio >= options.MinimumHedgeRatio
        && formation.HedgeRatio <= options.MaximumHedgeRatio;

    private static ImmutableArray<PairFormation> Limit(PairFormation[] ranked, DiscoveryOptions options)
    {
        var legs = new Dictionary<InstrumentId, int>();
        var selected = ImmutableArray.CreateBuilder<PairFormation>();
        foreach (var formation in ranked)
        {
            var (a, b) = (legs.GetValueOrDefault(formation.Pair.A), legs.GetValueOrDefault(formation.Pair.B));
            if (selected.Count >= options.MaximumPairs || Math.Max(a, b) >= options.MaximumPairsPerInstrument) continue;
            (legs[formation.Pair.A], legs[formation.Pair.B]) = (a + 1, b + 1);
            selected.Add(formation);
        }
        return selected.DrainToImmutable();
    }
}
