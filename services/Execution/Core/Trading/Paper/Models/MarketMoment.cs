using Superintel.Contracts.Events.V1;
using Superintel.Kernel;

namespace Superintel.Execution.Trading.Paper.Models;

/// <summary>What the models see of a market: a bar that closed, or the side of a quote that an order would take.</summary>
/// <param name="At">When the bar closed, or the venue said the quote.</param>
/// <param name="Volume">Units: what the bar traded, or what stands at the touch; null where it is not known.</param>
/// <param name="Range">Quote currency: the bar's high less its low, or the quote's spread; null where the source has closes only.</param>
public readonly record struct MarketMoment(DateTimeOffset At, decimal? Volume, decimal? Range)
{
    public static MarketMoment Of(ClosedBar bar, DateTimeOffset closedAt) =>
        new(closedAt, bar.Volume, bar.CloseOnly ? null : bar.High - bar.Low);

    /// <param name="side">Of the order: a buy takes the ask.</param>
    public static MarketMoment Of(Quote quote, Side side) => new(quote.At, quote.Touch(side).Size, quote.Ask - quote.Bid);
}
