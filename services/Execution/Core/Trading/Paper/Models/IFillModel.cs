using Superintel.Kernel;

namespace Superintel.Execution.Trading.Paper.Models;

/// <summary>How much of an order trades in one bar, or at one quote.</summary>
public interface IFillModel
{
    /// <param name="leaves">What is still open, of a quote no more than what stands at the touch; units, above zero.</param>
    /// <param name="lotSize">Smallest step, units.</param>
    /// <returns>From zero to <paramref name="leaves"/>, in lots.</returns>
    Quantity Fill(ClientOrderId order, Quantity leaves, decimal lotSize, MarketMoment market);
}
