using Superintel.Kernel;

namespace Superintel.Prediction.Panel.Ports;

/// <summary>The trailing closes, one panel per feed and interval.</summary>
public interface IClosePanels
{
    /// <summary>The panel as last saved, empty when there is none.</summary>
    ValueTask<ClosePanel> Current(string feed, BarInterval interval, CancellationToken ct);

    /// <summary>Saves a panel that grew by a slice, or by what was missing from one; saving the same again changes nothing.</summary>
    ValueTask Save(ClosePanel panel, PanelSlice grown, CancellationToken ct);
}
