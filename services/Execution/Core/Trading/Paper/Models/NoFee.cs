using Superintel.Kernel;

namespace Superintel.Execution.Trading.Paper.Models;

public sealed class NoFee : IFeeModel
{
    public decimal Commission(decimal price, Quantity quantity) => 0m;
}
