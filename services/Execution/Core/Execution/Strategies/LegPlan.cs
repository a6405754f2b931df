using Superintel.Execution.Execution.Orders;
using Superintel.Kernel;

namespace Superintel.Execution.Execution.Strategies;

/// <summary>
/// How one leg of a pair order is worked. What was sent and filled is in its orders; this holds only what they do not say, so that a
/// restart goes on from the store.
/// </summary>
/// <param name="Leg">0 or 1.</param>
/// <param name="Quantity">The whole leg, units. The orders of the leg never have more open or filled than this, together.</param>
/// <param name="LotSize">Smallest step of a quantity, units.</param>
/// <param name="TickSize">Smallest step of a price, quote currency; zero: not known.</param>
/// <param name="Price">The last price heard, quote currency: the reference price until a bar told a newer one.</param>
/// <param name="ReplacedThrough">Orders up to this attempt were taken back to be replaced: their end is no failure. -1: none.</param>
/// <param name="ConfirmedThrough">Orders up to this attempt were asked for after their end, so that their fills are all known. -1:
/// none.</param>
/// <param name="Ended">Nothing more is sent.</param>
public sealed record LegPlan(
    ClearanceId ClearanceId,
    int Leg,
    InstrumentId Instrument,
    StrategyTerms Terms,
    Quantity Quantity,
    decimal LotSize,
    decimal TickSize,
    DateTimeOffset StartedAt,
    decimal Price,
    int ReplacedThrough,
    int ConfirmedThrough,
    bool Ended)
{
    /// <param name="whole">The leg as one order.</param>
    public static LegPlan Begin(Order whole, StrategyTerms terms, decimal tickSize) => new(
        whole.Intent.ClearanceId,
        whole.Intent.Leg,
        whole.Intent.Instrument,
        terms,
        whole.Intent.Quantity,
        whole.Intent.LotSize,
        tickSize,
        whole.Intent.CreatedAt,
        whole.Intent.ReferencePrice,
        -1,
        -1,
        false);

    /// <summary>Whether an order's end before it was filled is the plan's own doing.</summary>
    public bool Replaced(Order order) => order.Intent.Attempt <= ReplacedThrough;

    /// <summary>Which interval a moment falls into, from 0.</summary>
    public int PeriodOf(DateTimeOffset at) => at <= StartedAt ? 0 : (int)Math.Min(int.MaxValue, (at - StartedAt) / Terms.Every);
}
