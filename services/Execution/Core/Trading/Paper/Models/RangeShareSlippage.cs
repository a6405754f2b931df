using Superintel.Contracts.Events.V1;
using Superintel.Kernel;

namespace Superintel.Execution.Trading.Paper.Models;

/// <summary>A share of the bar's range: wide bars cost more. Nothing where the source has closes only.</summary>
public sealed class RangeShareSlippage(decimal share) : ISlippageModel
{
    public decimal Worsen(decimal price, Side side, ClosedBar bar) => bar.CloseOnly
        ? price
        : decimal.Round(price + side.Sign() * (bar.High - bar.Low) * share, 8, MidpointRounding.AwayFromZero);
}
