namespace Superintel.Prediction.Analytics.Research;

/// <summary>When a spread is traded. A rule decides at the close of a bar; it fills at the close of the next.</summary>
/// <param name="Entry">Score at whose distance from zero a position is opened against it, positive.</param>
/// <param name="Exit">Score at which it is closed, below <paramref name="Entry"/>; negative means beyond the mean.</param>
/// <param name="Stop">Score at which it is given up and not opened, above <paramref name="Entry"/>; infinity for never.</param>
/// <param name="MaximumHolding">Bars after which it is closed, 0 for no bound.</param>
public readonly record struct PairRule(double Entry, double Exit, double Stop = double.PositiveInfinity, int MaximumHolding = 0)
{
    /// <summary>Whether exit is below entry and entry below stop.</summary>
    public bool IsSound => Entry > 0 && Exit < Entry && Stop > Entry && MaximumHolding >= 0;
}
