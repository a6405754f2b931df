using Superintel.Kernel;

namespace Superintel.Execution.Trading.Paper.Models;

/// <summary>So much per unit, with a minimum per execution.</summary>
public sealed class PerUnitFee(decimal perUnit, decimal minimum) : IFeeModel
{
    public decimal Commission(decimal price, Quantity quantity) => Math.Max(minimum, perUnit * quantity.Value);
}
