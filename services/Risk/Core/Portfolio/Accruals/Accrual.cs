using Superintel.Kernel;

namespace Superintel.Risk.Portfolio.Accruals;

/// <summary>What a position was charged for a stretch of time; stored for ever, like a fill.</summary>
/// <param name="Cause">Id of the event that it was reckoned at: one accrual per position, kind and cause.</param>
/// <param name="Units">Units charged: those borrowed, never below zero unless a late fill gives back, or the signed position for
/// funding.</param>
/// <param name="Price">Per unit, the position's currency.</param>
/// <param name="Rate">A year of 365 days, as a fraction.</param>
/// <param name="Amount">Positive is a cost, the position's currency.</param>
public sealed record Accrual(
    PositionKey Key,
    AccrualKind Kind,
    string Cause,
    decimal Units,
    decimal Price,
    decimal Rate,
    DateTimeOffset From,
    DateTimeOffset Until,
    Money Amount)
{
    // Sums of any order are exact at this many places.
    private const int Places = 12;
    private const decimal TicksPerYear = 365m * TimeSpan.TicksPerDay;

    public static Accrual For(
        Position held,
        AccrualKind kind,
        decimal units,
        decimal price,
        decimal rate,
        DateTimeOffset from,
        DateTimeOffset until,
        string cause)
    {
        var amount = decimal.Round(units * price * rate * ((until - from).Ticks / TicksPerYear), Places);
        return new Accrual(held.Key, kind, cause, units, price, rate, from, until, new Money(amount, held.Currency));
    }
}
