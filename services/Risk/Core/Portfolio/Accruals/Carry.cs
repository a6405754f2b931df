using System.Collections.Immutable;

namespace Superintel.Risk.Portfolio.Accruals;

/// <summary>
/// Borrow and funding of a position: units times price times the annual rate, over the time that they were held. A slice charges what is
/// held since it was charged last; a fill charges what was held until then, and one that comes late sets right what the slices in between
/// charged too much or too little. So the units and times do not depend on the order in which slices and fills of other positions arrive.
/// </summary>
public static class Carry
{
    /// <summary>What an open position owes at a slice.</summary>
    /// <param name="price">Close of the slice, per unit.</param>
    /// <param name="cause">Id of the slice's event.</param>
    public static ImmutableArray<Accrual> AtSlice(Position held, CarryRates rates, decimal price, DateTimeOffset at, string cause) =>
        held.IsOpen && at > held.ChargedFrom
            ? Charge(held, rates, kind => Units(kind, held.Quantity), price, held.ChargedFrom, at, cause)
            : [];

    /// <summary>What a position owes at a fill, valued at the fill's price.</summary>
    public static ImmutableArray<Accrual> AtFill(Position before, Position after, CarryRates rates, Fill fill, string cause)
    {
        var charged = before.IsOpen ? before.ChargedFrom : before.ChargedUntil;
        if (charged is not { } until || until == fill.At) return [];
        return fill.At > until
            ? Charge(before, rates, kind => Units(kind, before.Quantity), fill.Price.Value, until, fill.At, cause)
            : Charge(
                before, rates, kind => Units(kind, after.Quantity) - Units(kind, before.Quantity), fill.Price.Value, fill.At, until, cause);
    }

    private static decimal Units(AccrualKind kind, decimal quantity) => kind == AccrualKind.Borrow ? Math.Max(0m, -quantity) : quantity;

    private static ImmutableArray<Accrual> Charge(
        Position held,
        CarryRates rates,
        Func<AccrualKind, decimal> units,
        decimal price,
        DateTimeOffset from,
        DateTimeOffset until,
        string cause)
    {
        var accruals = ImmutableArray.CreateBuilder<Accrual>();
        foreach (var (kind, rate) in new[] { (AccrualKind.Borrow, rates.Borrow), (AccrualKind.Funding, rates.Funding) })
        {
            if (rate == 0m || units(kind) is not (not 0m and var charged)) continue;
            accruals.Add(Accrual.For(held, kind, charged, price, rate, from, until, cause));
        }

        return accruals.ToImmutable();
    }
}
