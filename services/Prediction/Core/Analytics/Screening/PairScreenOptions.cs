namespace Superintel.Prediction.Analytics.Screening;

/// <summary>How a screen runs.</summary>
/// <param name="MaximumLag">Longest lag of the residual regression; above 12 only the one-pair version applies.</param>
/// <param name="BothDirections">Whether the second series is regressed on the first as well.</param>
/// <param name="Workers">Threads, at least 1.</param>
/// <param name="Width">Register width.</param>
public sealed record PairScreenOptions(
    int MaximumLag = 12, bool BothDirections = false, int Workers = 1, ScreenWidth Width = ScreenWidth.Widest);
