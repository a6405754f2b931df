using Superintel.Contracts.Events;
using Superintel.Contracts.Events.V1;
using Superintel.Kernel;
using Superintel.Prediction.Panel.Ports;

namespace Superintel.Prediction.Panel.LearnHistory;

/// <summary>Puts what a feed tells of the past into the panel. Nothing is scored: it was not known when it could have been
/// traded.</summary>
public sealed class LearnHistory(IInstruments instruments, IClosePanels panels, PredictionOptions options) : IHandle<BarsBackfilled>
{
    public async Task Handle(BarsBackfilled happened, CancellationToken ct)
    {
        if (!options.Scores(happened.Interval)) return;
        var interval = BarInterval.Parse(happened.Interval);
        var panel = await panels.Current(happened.Feed, interval, ct);
        var slice = PanelSlice.Of(happened.Feed, interval, happened.OccurredAt, happened.Bars, await instruments.Load(ct));
        if (slice.Closes.IsEmpty) return;
        // Signals were made from the panel as it was; those to come are made from it as it should have been.
        if (slice.At <= panel.LastAt && !happened.Late) return;
        await panels.Save(slice.At <= panel.LastAt ? panel.Fill(slice) : panel.Append(slice), slice, ct);
    }
}
