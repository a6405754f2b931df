namespace Superintel.Risk.Hedging;

/// <summary>One unit of base currency of a hedge.</summary>
/// <param name="Direction">1 bought, -1 sold; a put is only bought.</param>
/// <param name="Results">What it would have earned each day, by which the book's days are hedged.</param>
/// <param name="CostPerDay">Fraction of its value: both ways of a trade, or the premium, spread over the days.</param>
/// <param name="Premium">Of a put, fraction of its underlying's value; 0 of a trade.</param>
internal sealed record HedgeUnit(HedgeKind Kind, int Direction, double[] Results, double CostPerDay, double Premium)
{
    private const double DaysPerYear = 252;

    public static HedgeUnit Inverse(double[] returns, int direction, HedgeTerms terms) => new(
        HedgeKind.Inverse, direction, [.. returns.Select(one => direction * one)], 2 * terms.Cost / terms.Days, 0);

    /// <summary>A put that is a day old when the day of the history has happened to its underlying.</summary>
    public static HedgeUnit Put(double[] returns, HedgeTerms terms)
    {
        var premium = BlackScholes.Put(1, terms.Strike, terms.Volatility, terms.Days / DaysPerYear);
        var left = (terms.Days - 1) / DaysPerYear;
        return new HedgeUnit(
            HedgeKind.Put,
            1,
            [.. returns.Select(one => BlackScholes.Put(1 + one, terms.Strike, terms.Volatility, left) - premium)],
            premium / terms.Days,
            premium);
    }
}
