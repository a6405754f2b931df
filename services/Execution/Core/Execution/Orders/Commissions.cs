using System.Collections.Immutable;
using Superintel.Kernel;

namespace Superintel.Execution.Execution.Orders;

/// <summary>
/// What an order cost, by currency: a venue may take its fee in another currency than the order's (Binance in BNB, IBKR in any). Amounts of
/// different currencies are never added.
/// </summary>
public sealed class Commissions : IEquatable<Commissions>
{
    public static readonly Commissions None = new(ImmutableSortedDictionary.Create<string, decimal>(StringComparer.Ordinal));

    private readonly ImmutableSortedDictionary<string, decimal> amounts;

    private Commissions(ImmutableSortedDictionary<string, decimal> amounts) => this.amounts = amounts;

    /// <summary>By currency code; positive is a cost. A currency whose fees sum to zero is left out.</summary>
    public IEnumerable<Money> All => amounts.Select(paid => new Money(paid.Value, new Currency(paid.Key)));

    /// <summary>The sums of these amounts.</summary>
    public static Commissions Of(IEnumerable<Money> paid) => paid.Aggregate(None, (sum, one) => sum.Plus(one));

    public Commissions Plus(Money paid)
    {
        if (paid.Amount == 0m) return this;
        var (code, sum) = (paid.Currency.Code, In(paid.Currency) + paid.Amount);
        return new Commissions(sum == 0m ? amounts.Remove(code) : amounts.SetItem(code, sum));
    }

    /// <summary>What was paid in one currency.</summary>
    public decimal In(Currency currency) => amounts.GetValueOrDefault(currency.Code);

    public bool Equals(Commissions? other) => other is not null && amounts.SequenceEqual(other.amounts);

    public override bool Equals(object? obj) => Equals(obj as Commissions);

    public override int GetHashCode() => amounts.Aggregate(0, (hash, paid) => HashCode.Combine(hash, paid.Key, paid.Value));

    public override string ToString() => string.Join(", ", All);
}
