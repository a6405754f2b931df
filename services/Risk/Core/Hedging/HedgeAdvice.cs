using System.Globalization;
using Superintel.Kernel;
using Superintel.Risk.Stress;

namespace Superintel.Risk.Hedging;

/// <summary>A hedge that would be worth its cost. Amounts in the base currency.</summary>
/// <param name="Id">The same for the same positions, instrument and terms; prices may move under it.</param>
/// <param name="Value">Signed value to hold, below zero when sold; of a put the value of its underlying.</param>
/// <param name="CvarBefore">Fraction of net asset value, one day at 95 %.</param>
/// <param name="CvarAfter">With the hedge.</param>
/// <param name="Relief">CVaR that the first unit of value takes away.</param>
/// <param name="CostPerDay">Fraction of the value.</param>
/// <param name="ReliefPerCost">The one over the other: what advice is ordered by; null when it costs nothing.</param>
/// <param name="TotalCost">Both ways of the trade, or the premium.</param>
/// <param name="Strike">Of a put, share of today's price; null of a trade.</param>
public sealed record HedgeAdvice(
    string Id,
    InstrumentId Instrument,
    HedgeKind Kind,
    decimal Value,
    double CvarBefore,
    double CvarAfter,
    double Relief,
    double CostPerDay,
    double? ReliefPerCost,
    decimal TotalCost,
    double? Strike)
{
    /// <summary>What advice on this book is called.</summary>
    public static string IdOf(HeldBook book, InstrumentId instrument, HedgeTerms terms) => "h" + StableId.Of(
        "hedge-advice",
        book.PositionsId,
        instrument.ToString(),
        Exact(terms.Volatility),
        Exact(terms.Strike),
        Exact(terms.Days),
        Exact(terms.Cost),
        Exact(terms.Most));

    private static string Exact(double term) => term.ToString("R", CultureInfo.InvariantCulture);
}
