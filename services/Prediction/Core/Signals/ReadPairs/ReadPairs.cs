using Superintel.Kernel;
using Superintel.Prediction.Discovery;
using Superintel.Prediction.Discovery.Ports;
using Superintel.Prediction.FeatureStore.Ports;
using Superintel.Prediction.Forecasting.PairFeatures;
using Superintel.Prediction.Panel;
using Superintel.Prediction.Panel.Ports;
using Superintel.Prediction.Signals.Ports;

namespace Superintel.Prediction.Signals.ReadPairs;

/// <summary>Reads the monitored pairs: those selected, and those with an open stance. Sees nothing that was known after
/// <c>now</c>.</summary>
public sealed class ReadPairs(
    ISelections selections, IStances stances, IFeatureStore features, IClosePanels panels, PredictionOptions options)
{
    /// <summary>All monitored pairs in order of pair, then of interval's length.</summary>
    public async ValueTask<IReadOnlyList<PairView>> All(DateTimeOffset now, CancellationToken ct)
    {
        var views = new List<PairView>();
        foreach (var monitored in await Monitored(ct)) views.Add(await View(monitored, now, ct));
        return views;
    }

    /// <returns>Null when the pair is not monitored; of several intervals the shortest.</returns>
    public async ValueTask<PairView?> Find(PairId pair, DateTimeOffset now, CancellationToken ct)
    {
        var monitored = (await Monitored(ct)).FirstOrDefault(one => one.Formation.Pair == pair);
        return monitored is null ? null : await View(monitored, now, ct);
    }

    /// <summary>The spread's recent past, oldest first, with the hedge in force now.</summary>
    /// <returns>Null when the pair is not monitored.</returns>
    public async ValueTask<IReadOnlyList<SpreadPoint>?> Spread(PairId pair, int limit, CancellationToken ct)
    {
        var monitored = (await Monitored(ct)).FirstOrDefault(one => one.Formation.Pair == pair);
        if (monitored is null) return null;
        var panel = await panels.Current(monitored.Feed, monitored.Interval, ct);
        var window = panel.Latest(pair, limit + options.Features.ZScoreBars - 1);
        var spread = window.Spread(monitored.Formation.Intercept, monitored.Formation.HedgeRatio);
        var points = new List<SpreadPoint>(limit);
        for (var i = Math.Max(0, spread.Length - limit); i < spread.Length; i++) points.Add(Point(window, spread, i));
        return points;
    }

    private SpreadPoint Point(PairWindow window, double[] spread, int i)
    {
        var (at, a, b, bars) = (window.At(i), window.PriceA(i), window.PriceB(i), options.Features.ZScoreBars);
        if (i < bars - 1) return new SpreadPoint(at, a, b, spread[i], null, null, null);
        var moments = SampleMoments.Of(spread.AsSpan(i - bars + 1, bars));
        double? z = moments.Deviation > 0 ? (spread[i] - moments.Mean) / moments.Deviation : null;
        return new SpreadPoint(at, a, b, spread[i], moments.Mean, moments.Deviation, z);
    }

    private async ValueTask<IReadOnlyList<MonitoredPair>> Monitored(CancellationToken ct)
    {
        var monitored = new SortedDictionary<(PairId, TimeSpan, string), MonitoredPair>();
        foreach (var selection in await selections.LatestOfAll(ct))
        {
            var (feed, interval) = (selection.Feed, selection.Interval);
            foreach (var formation in selection.Pairs)
                monitored[(formation.Pair, interval.Length, feed)] = new MonitoredPair(feed, interval, formation, StanceSide.Flat);
            foreach (var stance in (await stances.Load(feed, interval, ct)).Held)
                monitored[(stance.Pair, interval.Length, feed)] = new MonitoredPair(feed, interval, stance.Formation!, stance.Side);
        }
        return [.. monitored.Values];
    }

    private async ValueTask<PairView> View(MonitoredPair pair, DateTimeOffset now, CancellationToken ct)
    {
        var subject = PairFeatureSchema.Subject(pair.Formation.Pair, pair.Interval);
        var last = await features.AsOf(PairFeatureSchema.Current, subject, now, now, ct);
        return new PairView(
            pair.Feed, pair.Interval, pair.Formation, pair.Side, last?[PairFields.ZScore], last?[PairFields.Spread], last?.ObservedAt);
    }
}
