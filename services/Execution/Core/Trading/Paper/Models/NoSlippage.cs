using Superintel.Kernel;

namespace Superintel.Execution.Trading.Paper.Models;

public sealed class NoSlippage : ISlippageModel
{
    public decimal Worsen(decimal price, Side side, MarketMoment market) => price;
}
