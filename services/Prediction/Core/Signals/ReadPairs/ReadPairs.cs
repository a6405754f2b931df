using Superintel.Kernel;
using Superintel.Prediction.Discovery;
using Superintel.Prediction.Discovery.Ports;
using Superintel.Prediction.FeatureStore.Ports;
using Superintel.Prediction.Forecasting.PairFeatures;
using Superintel.Prediction.Panel.Ports;
using Superintel.Prediction.Signals.Ports;

namespace Superintel.Prediction.Signals.ReadPairs;

/// <summary>Reads the monitored pairs: those selected, and those with an open stance.</summary>
public sealed class ReadPairs(
    ISelections selections, IStances stances, IFeatureStore features, IClosePanels panels, PredictionOptions options)
{
    /// <summary>All monitored pairs of a feed and interval, in order of pair.</summary>
    public async ValueTask<IReadOnlyList<PairView>> All(string feed, BarInterval interval, DateTimeOffset now, CancellationToken ct)
    {
        var monitored = await Monitored(feed, interval, ct);
        var views = new List<PairView>(monitored.Count);
        foreach (var (formation, side) in monitored.Values) views.Add(await View(formation, side, interval, now, ct));
        return views;
    }

    /// <returns>Null when the pair is not monitored.</returns>
    public async ValueTask<PairView?> Find(string feed, BarInterval interval, PairId pair, DateTimeOffset now, CancellationToken ct)
    {
        var monitored = await Monitored(feed, interval, ct);
        return monitored.TryGetValue(pair, out var found) ? await View(found.Formation, found.Side, interval, now, ct) : null;
    }

    /// <summary>The spread's recent past, oldest first, with the hedge in force now.</summary>
    /// <returns>Null when the pair is not monitored.</returns>
    public async ValueTask<IReadOnlyList<SpreadPoint>?> Spread(
        string feed, BarInterval interval, PairId pair, int limit, CancellationToken ct)
    {
        var monitored = await Monitored(feed, interval, ct);
        if (!monitored.TryGetValue(pair, out var found)) return null;
        var panel = await panels.Current(feed, interval, ct);
        var window = panel.Latest(pair, limit + options.Features.ZScoreBars - 1);
        var spread = window.Spread(found.Formation.Intercept, found.Formation.HedgeRatio);
        var points = new List<SpreadPoint>(limit);
        for (var i = Math.Max(0, spread.Length - limit); i < spread.Length; i++) points.Add(Point(window, spread, i));
        return points;
    }

    private SpreadPoint Point(Panel.PairWindow window, double[] spread, int i)
    {
        var (at, a, b, bars) = (window.At(i), window.PriceA(i), window.PriceB(i), options.Features.ZScoreBars);
        if (i < bars - 1) return new SpreadPoint(at, a, b, spread[i], null, null, null);
        var moments = SampleMoments.Of(spread.AsSpan(i - bars + 1, bars));
        double? z = moments.Deviation > 0 ? (spread[i] - moments.Mean) / moments.Deviation : null;
        return new SpreadPoint(at, a, b, spread[i], moments.Mean, moments.Deviation, z);
    }

    private async ValueTask<SortedDictionary<PairId, (PairFormation Formation, StanceSide Side)>> Monitored(
        string feed, BarInterval interval, CancellationToken ct)
    {
        var monitored = new SortedDictionary<PairId, (PairFormation, StanceSide)>();
        var selection = await selections.Latest(feed, interval, ct);
        foreach (var formation in selection?.Pairs ?? []) monitored[formation.Pair] = (formation, StanceSide.Flat);
        foreach (var stance in (await stances.Load(feed, interval, ct)).Held) monitored[stance.Pair] = (stance.Formation!, stance.Side);
        return monitored;
    }

    private async ValueTask<PairView> View(
        PairFormation formation, StanceSide side, BarInterval interval, DateTimeOffset now, CancellationToken ct)
    {
        var subject = PairFeatureSchema.Subject(formation.Pair, interval);
        var last = await features.AsOf(PairFeatureSchema.Current, subject, now, now, ct);
        return new PairView(formation, side, last?[PairFields.ZScore], last?[PairFields.Spread], last?.ObservedAt);
    }
}
