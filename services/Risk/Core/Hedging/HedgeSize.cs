using Superintel.Risk.Measures;

namespace Superintel.Risk.Hedging;

/// <summary>How much of a hedge is worth its cost. Fractions of net asset value.</summary>
/// <param name="Share">Of net asset value, 0 when none is worth it.</param>
/// <param name="Before">CVaR of one day at 95 % without it.</param>
/// <param name="After">With it, its cost left out.</param>
/// <param name="Relief">CVaR that the first unit takes away, below zero when it adds.</param>
internal readonly record struct HedgeSize(double Share, double Before, double After, double Relief)
{
    private const double Confidence = 0.95;

    /// <summary>
    /// Bought until the next unit takes no more off the CVaR than it costs a day: the sum of the two is convex in the size, so the least
    /// of it is where marginal CVaR per cost comes down to one.
    /// </summary>
    /// <param name="book">Daily results, fractions of net asset value.</param>
    public static HedgeSize Of(double[] book, HedgeUnit unit, double most)
    {
        var before = TailRisk.HistoricalCvar(book, Confidence);
        var relief = Relieves(book, unit.Results);
        if (!(relief > unit.CostPerDay)) return new HedgeSize(0, before, before, relief);
        var (low, high) = (0.0, most);
        for (var i = 0; i < 100; i++)
        {
            var (left, right) = (low + ((high - low) / 3), high - ((high - low) / 3));
            if (Burden(left) <= Burden(right)) high = right;
            else low = left;
        }

        var share = (low + high) / 2;
        return new HedgeSize(share, before, Cvar(book, unit, share), relief);

        double Burden(double size) => Cvar(book, unit, size) + (size * unit.CostPerDay);
    }

    /// <summary>CVaR that the first unit takes away: the mean of what it earns on the book's tail days, the boundary one in part.</summary>
    /// <remarks>Tasche (2000), Risk contributions and performance measurement: Euler's rule for expected shortfall.</remarks>
    public static double Relieves(double[] book, double[] unit)
    {
        var order = Enumerable.Range(0, book.Length).ToArray();
        Array.Sort([.. book], order);
        var (tail, sum) = (Math.Round((1 - Confidence) * book.Length, 9), 0.0);
        for (var i = 0; i < tail; i++) sum += Math.Min(1, tail - i) * unit[order[i]];
        return sum / tail;
    }

    private static double Cvar(double[] book, HedgeUnit unit, double size) =>
        TailRisk.HistoricalCvar([.. book.Select((one, day) => one + (size * unit.Results[day]))], Confidence);
}
