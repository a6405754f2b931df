namespace Superintel.Risk.Sizing;

/// <summary>
/// The one way between exact decimals (money, quantities, prices) and doubles (statistics). Toward decimals it rounds toward zero, so that
/// what statistics allow is never exceeded by a rounding.
/// </summary>
public static class NumberBridge
{
    private const int Places = 12;
    private const double Largest = 1e15;

    public static double ToDouble(decimal exact) => (double)exact;

    /// <param name="measured">Finite; beyond ±10^15 it is taken as ±10^15.</param>
    /// <exception cref="ArgumentException">Not a number.</exception>
    public static decimal ToDecimal(double measured)
    {
        if (double.IsNaN(measured)) throw new ArgumentException("Not a number has no decimal.", nameof(measured));
        var clamped = Math.Clamp(measured, -Largest, Largest);
        // Converting keeps 15 digits, rounded to nearest: a step back where that went away from zero.
        var near = decimal.Round((decimal)clamped, Places, MidpointRounding.ToZero);
        if ((double)Math.Abs(near) <= Math.Abs(clamped)) return near;
        var step = Math.Max(Math.Abs(near) * 1e-15m, 1e-12m);
        return decimal.Round(near - Math.Sign(near) * step, Places, MidpointRounding.ToZero);
    }

    /// <summary>Whole lots that an amount of money buys, in units, rounded toward zero.</summary>
    /// <param name="amount">Never negative, in the same currency as <paramref name="unitValue"/>.</param>
    /// <param name="unitValue">Value of one unit, above zero.</param>
    /// <param name="lot">Units per lot, above zero.</param>
    public static decimal Lots(decimal amount, decimal unitValue, decimal lot)
    {
        var lots = decimal.Floor(amount / (unitValue * lot));
        // Division rounds at the last digit: give the lot back when it would not be paid for.
        return (lots * lot * unitValue > amount ? lots - 1m : lots) * lot;
    }
}
