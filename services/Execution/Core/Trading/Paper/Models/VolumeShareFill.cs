using Superintel.Contracts.Events.V1;
using Superintel.Kernel;

namespace Superintel.Execution.Trading.Paper.Models;

/// <summary>At most a share of the bar's volume; everything where the volume is not known.</summary>
public sealed class VolumeShareFill(decimal share) : IFillModel
{
    public Quantity Fill(ClientOrderId order, Quantity leaves, decimal lotSize, ClosedBar bar, DateTimeOffset closedAt) =>
        bar.Volume is { } volume ? Lots.Floor(Math.Min(leaves.Value, volume * share), lotSize, leaves) : leaves;
}
