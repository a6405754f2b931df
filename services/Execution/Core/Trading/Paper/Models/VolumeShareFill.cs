using Superintel.Kernel;

namespace Superintel.Execution.Trading.Paper.Models;

/// <summary>At most a share of the bar's volume, or of the size at the touch; everything where it is not known.</summary>
public sealed class VolumeShareFill(decimal share) : IFillModel
{
    public Quantity Fill(ClientOrderId order, Quantity leaves, decimal lotSize, MarketMoment market) =>
        market.Volume is { } volume ? Lots.Floor(Math.Min(leaves.Value, volume * share), lotSize, leaves) : leaves;
}
