using Superintel.Kernel;
using Superintel.Prediction.Discovery.Ports;

namespace Superintel.Prediction.Discovery.Memory;

/// <summary>The newest selection of each feed and interval in memory.</summary>
public sealed class MemorySelections : ISelections
{
    private readonly Dictionary<(string Feed, BarInterval Interval), PairSelection> latest = [];

    public ValueTask<PairSelection?> Latest(string feed, BarInterval interval, CancellationToken ct) =>
        ValueTask.FromResult(latest.GetValueOrDefault((feed, interval)));

    public ValueTask<IReadOnlyList<PairSelection>> LatestOfAll(CancellationToken ct)
    {
        IReadOnlyList<PairSelection> all =
            [.. latest.Values.OrderBy(one => one.Feed, StringComparer.Ordinal).ThenBy(one => one.Interval.Length)];
        return ValueTask.FromResult(all);
    }

    public ValueTask Save(PairSelection selection, CancellationToken ct)
    {
        if (latest.TryGetValue((selection.Feed, selection.Interval), out var known) && known.SelectedAt > selection.SelectedAt)
            return ValueTask.CompletedTask;
        latest[(selection.Feed, selection.Interval)] = selection;
        return ValueTask.CompletedTask;
    }
}
