using Superintel.Kernel;
using Superintel.Prediction.Panel.Ports;

namespace Superintel.Prediction.Panel.Memory;

/// <summary>Panels in memory.</summary>
public sealed class MemoryClosePanels(PanelOptions options) : IClosePanels
{
    private readonly Dictionary<(string Feed, BarInterval Interval), ClosePanel> panels = [];

    public ValueTask<ClosePanel> Current(string feed, BarInterval interval, CancellationToken ct) =>
        ValueTask.FromResult(panels.GetValueOrDefault((feed, interval)) ?? ClosePanel.Empty(feed, interval, options.Bars));

    public ValueTask Save(ClosePanel panel, PanelSlice grown, CancellationToken ct)
    {
        panels[(panel.Feed, panel.Interval)] = panel;
        return ValueTask.CompletedTask;
    }
}
