using Superintel.Kernel;
using Superintel.Risk.Market;

namespace Superintel.Risk.Portfolio;

/// <summary>Prices the book at the last closes, or says what it could not price.</summary>
/// <param name="Value">Null when something could not be priced: half a valuation is none.</param>
/// <param name="Unknown">Instruments without a close and currencies without a rate.</param>
public sealed record Valuation(PortfolioValue? Value, IReadOnlyList<string> Unknown)
{
    public static Valuation Of(PortfolioSnapshot book, MarketSnapshot market, Currency currency) =>
        Of(book.Cash.Values, book.Open, market, currency);

    /// <param name="held">Positions that are not flat, ordered by key.</param>
    public static Valuation Of(IEnumerable<CashAccount> accounts, IEnumerable<Position> held, MarketSnapshot market, Currency currency)
    {
        var unknown = new SortedSet<string>(StringComparer.Ordinal);
        var (cash, realized, commissions, borrow, funding) = (0m, 0m, 0m, 0m, 0m);
        foreach (var account in accounts)
        {
            var own = account.Currency;
            decimal In(decimal amount) => market.Fx.Convert(new Money(amount, own), currency) ?? Missing(own.Code);
            cash += In(account.Balance);
            realized += In(account.RealizedPnl);
            commissions += In(account.Commissions);
            borrow += In(account.Borrow);
            funding += In(account.Funding);
        }
        var (gross, net, unrealized, open) = (0m, 0m, 0m, 0);
        foreach (var position in held)
        {
            var id = position.Key.Instrument;
            var value = market.Value(id, position.Quantity, currency) ?? Missing(id.ToString());
            var cost = market.Fx.Convert(new Money(position.Cost, position.Currency), currency) ?? Missing(position.Currency.Code);
            (gross, net, unrealized, open) = (gross + Math.Abs(value), net + value, unrealized + value - cost, open + 1);
        }
        if (unknown.Count > 0) return new Valuation(null, [.. unknown]);
        var priced = new PortfolioValue(currency, cash, gross, net, realized, unrealized, commissions, open);
        return new Valuation(priced with { Borrow = borrow, Funding = funding }, []);

        decimal Missing(string what)
        {
            unknown.Add(what);
            return 0m;
        }
    }
}
