using Superintel.Kernel;

namespace Superintel.Execution.Trading.Paper.Models;

/// <summary>A share of the bar's range, or of the quote's spread: wide ones cost more. Nothing where the source has closes only.</summary>
public sealed class RangeShareSlippage(decimal share) : ISlippageModel
{
    public decimal Worsen(decimal price, Side side, MarketMoment market) => market.Range is { } range
        ? decimal.Round(price + side.Sign() * range * share, 8, MidpointRounding.AwayFromZero)
        : price;
}
