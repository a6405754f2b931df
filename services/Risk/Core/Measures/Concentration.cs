namespace Superintel.Risk.Measures;

/// <summary>How much of a book lies in few assets.</summary>
/// <param name="Herfindahl">Sum of squared shares of gross exposure, in (0, 1].</param>
/// <param name="EffectiveAssets">Its inverse: as concentrated as so many equal positions.</param>
/// <param name="Largest">Largest share.</param>
public readonly record struct Concentration(double Herfindahl, double EffectiveAssets, double Largest)
{
    /// <param name="exposures">Signed values in one currency; not all zero.</param>
    public static Concentration Of(ReadOnlySpan<double> exposures)
    {
        var gross = 0.0;
        foreach (var value in exposures) gross += Math.Abs(value);
        if (!(gross > 0)) return new Concentration(0, 0, 0);
        var (squares, largest) = (0.0, 0.0);
        foreach (var value in exposures)
        {
            var share = Math.Abs(value) / gross;
            squares += share * share;
            largest = Math.Max(largest, share);
        }
        return new Concentration(squares, 1 / squares, largest);
    }
}
