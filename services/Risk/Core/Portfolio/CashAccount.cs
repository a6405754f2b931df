using Superintel.Kernel;
using Superintel.Risk.Portfolio.Accruals;

namespace Superintel.Risk.Portfolio;

/// <summary>One currency's side of the book.</summary>
/// <param name="Balance">May be below zero: a short sale's proceeds in one account finance a purchase in another.</param>
/// <param name="RealizedPnl">Of positions quoted in this currency, before commissions.</param>
/// <param name="Commissions">Paid in this currency, positive is a cost.</param>
public sealed record CashAccount(Currency Currency, decimal Balance, decimal RealizedPnl, decimal Commissions)
{
    /// <summary>Paid for borrowed units, positive is a cost.</summary>
    public decimal Borrow { get; init; }

    /// <summary>Paid as funding, positive is a cost; below zero when more was received.</summary>
    public decimal Funding { get; init; }

    public static CashAccount Empty(Currency currency) => new(currency, 0m, 0m, 0m);

    /// <summary>Takes the money side of a fill: minus what was bought, plus what was sold.</summary>
    public CashAccount Settle(Fill fill, decimal realized) => this with
    {
        Balance = Balance - fill.SignedQuantity * fill.Price.Value,
        RealizedPnl = RealizedPnl + realized,
    };

    /// <summary>Takes the money side of a correction: as if <paramref name="now"/> had been settled and <paramref name="old"/>
    /// never.</summary>
    /// <param name="realized">What realised profit changes by.</param>
    public CashAccount Restate(Fill old, Fill now, decimal realized) => this with
    {
        Balance = Balance + old.SignedQuantity * old.Price.Value - now.SignedQuantity * now.Price.Value,
        RealizedPnl = RealizedPnl + realized,
    };

    /// <summary>Takes the cost of holding, or what is received for it.</summary>
    public CashAccount Charge(Accrual accrual) => this with
    {
        Balance = Balance - accrual.Amount.Amount,
        Borrow = accrual.Kind == AccrualKind.Borrow ? Borrow + accrual.Amount.Amount : Borrow,
        Funding = accrual.Kind == AccrualKind.Funding ? Funding + accrual.Amount.Amount : Funding,
    };

    public CashAccount Pay(Money commission) => this with
    {
        Balance = Balance - commission.Amount,
        Commissions = Commissions + commission.Amount,
    };
}
