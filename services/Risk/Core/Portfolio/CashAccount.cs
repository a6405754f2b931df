using Superintel.Kernel;

namespace Superintel.Risk.Portfolio;

/// <summary>One currency's side of the book.</summary>
/// <param name="Balance">May be below zero: a short sale's proceeds in one account finance a purchase in another.</param>
/// <param name="RealizedPnl">Of positions quoted in this currency, before commissions.</param>
/// <param name="Commissions">Paid in this currency, positive is a cost.</param>
public sealed record CashAccount(Currency Currency, decimal Balance, decimal RealizedPnl, decimal Commissions)
{
    public static CashAccount Empty(Currency currency) => new(currency, 0m, 0m, 0m);

    /// <summary>Takes the money side of a fill: minus what was bought, plus what was sold.</summary>
    public CashAccount Settle(Fill fill, decimal realized) => this with
    {
        Balance = Balance - fill.SignedQuantity * fill.Price.Value,
        RealizedPnl = RealizedPnl + realized,
    };

    public CashAccount Pay(Money commission) => this with
    {
        Balance = Balance - commission.Amount,
        Commissions = Commissions + commission.Amount,
    };
}
