using Superintel.Kernel;

namespace Superintel.Execution.Trading.Paper.Models;

/// <summary>What an execution costs.</summary>
public interface IFeeModel
{
    /// <returns>Commission in the quote currency, at least zero.</returns>
    decimal Commission(decimal price, Quantity quantity);
}
