using Superintel.Kernel;

namespace Superintel.Execution.Trading.Paper.Models;

/// <summary>
/// A fixed share of the price, rounded to 8 decimals. Prices of adjusted history are off the tick grid, so they stay off it.
/// </summary>
public sealed class BasisPointSlippage(decimal slippageBps) : ISlippageModel
{
    public decimal Worsen(decimal price, Side side, MarketMoment market) =>
        decimal.Round(price + side.Sign() * Math.Abs(price) * slippageBps / 10_000m, 8, MidpointRounding.AwayFromZero);
}
