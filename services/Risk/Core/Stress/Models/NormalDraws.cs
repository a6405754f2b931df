namespace Superintel.Risk.Stress.Models;

/// <summary>Seeded standard normal numbers.</summary>
/// <remarks>Marsaglia's polar method.</remarks>
internal sealed class NormalDraws(int seed)
{
    private readonly Random random = new(seed);
    private double spare = double.NaN;

    public int Below(int bound) => random.Next(bound);

    public double Next()
    {
        if (!double.IsNaN(spare))
        {
            var kept = spare;
            spare = double.NaN;
            return kept;
        }

        double x, y, square;
        do
        {
            x = (2 * random.NextDouble()) - 1;
            y = (2 * random.NextDouble()) - 1;
            square = (x * x) + (y * y);
        }
        while (square is >= 1 or 0);
        var scale = Math.Sqrt(-2 * Math.Log(square) / square);
        spare = y * scale;
        return x * scale;
    }
}
