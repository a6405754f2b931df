using System.Collections.Immutable;
using Superintel.Kernel;
using Superintel.Risk.Portfolio.Accruals;

namespace Superintel.Risk.Portfolio;

/// <summary>All positions, flat ones with their history included, and all cash. A function of the opening cash, the fills and the
/// accruals.</summary>
public sealed record PortfolioSnapshot(
    ImmutableSortedDictionary<PositionKey, Position> Positions, ImmutableSortedDictionary<string, CashAccount> Cash)
{
    public IEnumerable<Position> Open => Positions.Values.Where(p => p.IsOpen);

    /// <summary>What is held, once per position.</summary>
    public IEnumerable<InstrumentId> Instruments => Open.Select(p => p.Key.Instrument);

    public static PortfolioSnapshot Opening(Money capital) =>
        From([], [CashAccount.Empty(capital.Currency) with { Balance = capital.Amount }]);

    public static PortfolioSnapshot From(IEnumerable<Position> positions, IEnumerable<CashAccount> cash) => new(
        positions.ToImmutableSortedDictionary(p => p.Key, p => p),
        cash.ToImmutableSortedDictionary(c => c.Currency.Code, c => c, StringComparer.Ordinal));

    /// <summary>The whole book again from its fills: the same numbers as applying them one by one as they came, corrections at the place
    /// of what they correct.</summary>
    public static PortfolioSnapshot Rebuild(Money capital, IEnumerable<Fill> fills) =>
        StandingFills.Of(fills).Aggregate(Opening(capital), (book, fill) => book.Apply(fill));

    /// <summary>The same with borrow and funding, which touch cash alone: their order does not matter.</summary>
    public static PortfolioSnapshot Rebuild(Money capital, IEnumerable<Fill> fills, IEnumerable<Accrual> accruals) =>
        accruals.DistinctBy(one => (one.Key, one.Kind, one.Cause)).Aggregate(Rebuild(capital, fills), (book, one) => book.Charge(one));

    /// <summary>Takes borrow or funding of a position that had a fill.</summary>
    public PortfolioSnapshot Charge(Accrual accrual)
    {
        var held = Positions[accrual.Key];
        var until = held.ChargedUntil > accrual.Until ? held.ChargedUntil : accrual.Until;
        return new PortfolioSnapshot(
            Positions.SetItem(accrual.Key, held with { ChargedUntil = until }),
            Credit(Cash, Account(Cash, accrual.Amount.Currency).Charge(accrual)));
    }

    public PortfolioSnapshot Apply(Fill fill)
    {
        var key = new PositionKey(fill.PairId, fill.Instrument);
        var before = Positions.GetValueOrDefault(key) ?? Position.Flat(key, fill.Price.Quote, fill.At);
        var after = before.Apply(fill);
        var cash = Credit(Cash, Account(Cash, fill.Price.Quote).Settle(fill, after.RealizedPnl - before.RealizedPnl));
        if (fill.Commission.Amount != 0m) cash = Credit(cash, Account(cash, fill.Commission.Currency).Pay(fill.Commission));
        return new PortfolioSnapshot(Positions.SetItem(key, after), cash);
    }

    /// <summary>The book as if a fill had been another.</summary>
    /// <param name="position">Made of all fills of the position as they stand now.</param>
    public PortfolioSnapshot Restate(Fill old, Fill now, Position position)
    {
        var realized = position.RealizedPnl - Positions[position.Key].RealizedPnl;
        var cash = Credit(Cash, Account(Cash, now.Price.Quote).Restate(old, now, realized));
        foreach (var paid in new[] { -old.Commission, now.Commission }.Where(paid => paid.Amount != 0m))
            cash = Credit(cash, Account(cash, paid.Currency).Pay(paid));
        return new PortfolioSnapshot(Positions.SetItem(position.Key, position), cash);
    }

    private static CashAccount Account(ImmutableSortedDictionary<string, CashAccount> cash, Currency currency) =>
        cash.GetValueOrDefault(currency.Code) ?? CashAccount.Empty(currency);

    private static ImmutableSortedDictionary<string, CashAccount> Credit(
        ImmutableSortedDictionary<string, CashAccount> cash, CashAccount account) => cash.SetItem(account.Currency.Code, account);
}
