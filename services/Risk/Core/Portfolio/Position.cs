using Superintel.Kernel;

namespace Superintel.Risk.Portfolio;

/// <summary>A position at average cost. Exact: the cost of what is open is kept as a total, and goes whole when the position
/// does.</summary>
/// <param name="Quantity">Signed units: above zero long, below zero short.</param>
/// <param name="Cost">Signed cost of the open quantity, quote currency: what was paid, below zero for what was received.</param>
/// <param name="RealizedPnl">Since the first fill, quote currency, before commissions.</param>
/// <param name="OpenedAt">When the quantity last left zero.</param>
public sealed record Position(
    PositionKey Key,
    Currency Currency,
    decimal Quantity,
    decimal Cost,
    decimal RealizedPnl,
    DateTimeOffset OpenedAt)
{
    // The part of a cost that a partial close releases may not end; at this many places sums of any order are exact, and the rest
    // stays open.
    private const int CostScale = 12;

    /// <summary>Until when borrow and funding are charged; null when they never were.</summary>
    public DateTimeOffset? ChargedUntil { get; init; }

    /// <summary>From when they are still to be charged.</summary>
    public DateTimeOffset ChargedFrom => ChargedUntil > OpenedAt ? ChargedUntil.Value : OpenedAt;

    public bool IsOpen => Quantity != 0m;

    /// <summary>Average cost per unit, quote currency; zero when flat.</summary>
    public decimal AveragePrice => IsOpen ? Cost / Quantity : 0m;

    public static Position Flat(PositionKey key, Currency currency, DateTimeOffset at) => new(key, currency, 0m, 0m, 0m, at);

    /// <summary>The position that these fills make.</summary>
    /// <param name="fills">Of one position, as they stand, in the order of arrival, at least one.</param>
    public static Position Of(PositionKey key, IReadOnlyList<Fill> fills) =>
        fills.Aggregate(Flat(key, fills[0].Price.Quote, fills[0].At), (position, fill) => position.Apply(fill));

    /// <summary>The position after a fill. What crosses zero closes the old position and opens a new one at the fill's price.</summary>
    /// <exception cref="InvalidOperationException">The fill is of another position or currency.</exception>
    public Position Apply(Fill fill)
    {
        if (fill.PairId != Key.PairId || fill.Instrument != Key.Instrument || fill.Price.Quote != Currency)
            throw new InvalidOperationException($"{fill.PairId} {fill.Instrument} {fill.Price.Quote} does not move {Key} {Currency}.");
        var (moved, price) = (fill.SignedQuantity, fill.Price.Value);
        if (moved == 0m) return this;
        if (Quantity == 0m) return this with { Quantity = moved, Cost = moved * price, OpenedAt = fill.At };
        if (Math.Sign(Quantity) == Math.Sign(moved)) return this with { Quantity = Quantity + moved, Cost = Cost + moved * price };
        if (Math.Abs(moved) < Math.Abs(Quantity))
        {
            var released = decimal.Round(Cost * -moved / Quantity, CostScale);
            return this with { Quantity = Quantity + moved, Cost = Cost - released, RealizedPnl = RealizedPnl - moved * price - released };
        }
        var closed = this with { Quantity = 0m, Cost = 0m, RealizedPnl = RealizedPnl + Quantity * price - Cost };
        var rest = Quantity + moved;
        return rest == 0m ? closed : closed with { Quantity = rest, Cost = rest * price, OpenedAt = fill.At };
    }
}
