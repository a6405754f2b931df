namespace Superintel.Prediction.Panel;

/// <summary>How much history is kept at hand.</summary>
public sealed record PanelOptions
{
    /// <summary>Slices per feed and interval, default 600: the discovery window, and what a chart of 500 points needs. 50 to
    /// 10000.</summary>
    public int Bars { get; init; } = 600;

    /// <summary>Slices in which a leg may be missing inside a window before the window counts as incomplete, default 10. 0 to
    /// 1000.</summary>
    public int MissingBars { get; init; } = 10;
}
