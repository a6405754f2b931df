using Superintel.Kernel;

namespace Superintel.Execution.Trading.Paper.Models;

/// <summary>A share of the traded amount, rounded to 8 decimals.</summary>
public sealed class BasisPointFee(decimal commissionBps) : IFeeModel
{
    public decimal Commission(decimal price, Quantity quantity) =>
        decimal.Round(Math.Abs(price) * quantity.Value * commissionBps / 10_000m, 8, MidpointRounding.AwayFromZero);
}
