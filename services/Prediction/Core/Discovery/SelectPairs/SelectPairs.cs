using Superintel.Contracts.Events;
using Superintel.Contracts.Events.V1;
using Superintel.Prediction.Discovery.Ports;
using Superintel.Prediction.Panel;

namespace Superintel.Prediction.Discovery.SelectPairs;

/// <summary>Gives the pairs to score at the newest slice, and finds them anew when the last discovery is old enough.</summary>
public sealed class SelectPairs(ISelections selections, IEvents events, PanelOptions gaps, DiscoveryOptions options)
{
    /// <returns>The selection in force, null before the first full window.</returns>
    public async ValueTask<PairSelection?> Handle(ClosePanel panel, InstrumentBook book, CancellationToken ct)
    {
        var latest = await selections.Latest(panel.Feed, panel.Interval, ct);
        if (panel.Count < options.WindowBars) return latest;
        if (latest is not null && panel.CountAfter(latest.SelectedAt) < options.RefreshBars) return latest;
        var selection = PairSelector.Select(panel, book, gaps, options);
        await selections.Save(selection, ct);
        await events.Publish(ToEvent(selection), ct);
        return selection;
    }

    private PairsSelected ToEvent(PairSelection selection) => new(
        selection.Interval.ToString(),
        selection.SelectedAt,
        options.WindowBars,
        selection.Funnel.Tested,
        options.FalseDiscoveryRate,
        [.. selection.Pairs.Select(pair => pair.ToEvent())]);
}
