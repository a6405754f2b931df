using Superintel.Kernel;

namespace Superintel.Execution.Trading.Paper.Models;

/// <summary>How much worse than the market an order trades.</summary>
public interface ISlippageModel
{
    /// <returns>At least <paramref name="price"/> for a buy, at most for a sell.</returns>
    decimal Worsen(decimal price, Side side, MarketMoment market);
}
