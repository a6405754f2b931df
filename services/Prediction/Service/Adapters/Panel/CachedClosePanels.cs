using Superintel.Kernel;
using Superintel.Prediction.Panel;
using Superintel.Prediction.Panel.Ports;

namespace Superintel.Prediction.Service.Adapters.Panel;

/// <summary>Panels kept at hand for the handlers.</summary>
internal sealed class CachedClosePanels(PostgresClosePanels stored, PredictionCache cache) : IClosePanels
{
    public async ValueTask<ClosePanel> Current(string feed, BarInterval interval, CancellationToken ct) =>
        cache.Panels.TryGetValue((feed, interval), out var panel)
            ? panel
            : cache.Panels[(feed, interval)] = await stored.Current(feed, interval, ct);

    public async ValueTask Save(ClosePanel panel, PanelSlice grown, CancellationToken ct)
    {
        await stored.Save(panel, grown, ct);
        cache.Panels[(panel.Feed, panel.Interval)] = panel;
    }
}
