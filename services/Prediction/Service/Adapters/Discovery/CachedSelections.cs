using Superintel.Kernel;
using Superintel.Prediction.Discovery;
using Superintel.Prediction.Discovery.Ports;

namespace Superintel.Prediction.Service.Adapters.Discovery;

/// <summary>The newest selections kept at hand for the handlers. Tells the log what each discovery found.</summary>
internal sealed partial class CachedSelections(PostgresSelections stored, PredictionCache cache, ILogger<CachedSelections> log)
    : ISelections
{
    public async ValueTask<PairSelection?> Latest(string feed, BarInterval interval, CancellationToken ct)
    {
        if (cache.Selections.TryGetValue((feed, interval), out var known)) return known;
        var latest = await stored.Latest(feed, interval, ct);
        if (latest is not null) cache.Selections[(feed, interval)] = latest;
        return latest;
    }

    public ValueTask<IReadOnlyList<PairSelection>> LatestOfAll(CancellationToken ct) => stored.LatestOfAll(ct);

    public async ValueTask Save(PairSelection selection, CancellationToken ct)
    {
        var latest = await Latest(selection.Feed, selection.Interval, ct);
        await stored.Save(selection, ct);
        if (latest is null || latest.SelectedAt <= selection.SelectedAt)
            cache.Selections[(selection.Feed, selection.Interval)] = selection;
        var (interval, funnel) = (selection.Interval.ToString(), selection.Funnel);
        Selected(
            log, selection.Feed, interval, selection.SelectedAt, funnel.Complete, funnel.Tested, funnel.Significant, funnel.Confirmed,
            funnel.Tradable, funnel.Selected);
    }

    [LoggerMessage(
        3101,
        LogLevel.Information,
        "{Feed} {Interval} at {At:O}: {Complete} pairs complete, {Tested} tested, {Significant} significant, {Confirmed} confirmed, "
        + "{Tradable} tradable, {Selected} selected")]
    private static partial void Selected(
        ILogger logger, string feed, string interval, DateTimeOffset at, int complete, int tested, int significant, int confirmed,
        int tradable, int selected);
}
