using Superintel.Execution.Trading;

namespace Superintel.Execution.Execution.Orders;

/// <summary>One order of ours. Made only by a pair order; moves only by its state table.</summary>
public sealed record Order
{
    private Order(OrderIntent intent, OrderProgress progress) => (Intent, Progress) = (intent, progress);

    public OrderIntent Intent { get; }

    public OrderProgress Progress { get; private init; }

    public OrderState State => Progress.State;

    /// <summary>Units still open (FIX tag 151): zero when the order is over.</summary>
    public decimal LeavesQuantity => State.IsOver() ? 0m : Math.Max(0m, Intent.Quantity.Value - Progress.CumulativeQuantity);

    /// <summary>Over, and all its fills are known.</summary>
    public bool IsSettled => State == OrderState.Filled || (State.IsOver() && Progress.Confirmed);

    /// <summary>Units of what was filled that can be traded again: less the fees that were kept in units, whole lots.</summary>
    public decimal DeliveredQuantity => Delivered(Progress.CumulativeQuantity, Progress.FeeQuantity);

    /// <summary>Per unit, quote currency; null when nothing was filled.</summary>
    public decimal? AveragePrice => Progress.CumulativeQuantity == 0m ? null : Progress.FilledValue / Progress.CumulativeQuantity;

    public OrderReference Reference => new(
        Intent.Venue, Intent.Account, Intent.ClientOrderId, Intent.Instrument, Progress.VenueOrderId, Intent.CreatedAt);

    /// <summary>What arrives of so much filled and so much of it kept as the fee, units.</summary>
    public decimal Delivered(decimal filled, decimal fees)
    {
        if (fees == 0m || Intent.LotSize <= 0m) return filled - fees;
        return Math.Floor((filled - fees) / Intent.LotSize) * Intent.LotSize;
    }

    /// <summary>Brings a stored order back.</summary>
    public static Order Stored(OrderIntent intent, OrderProgress progress) => new(intent, progress);

    /// <summary>A new order; <see cref="Pairs.PairOrder"/> is the only one to call this.</summary>
    internal static Order New(OrderIntent intent) => new(intent, OrderProgress.None);

    internal Order With(OrderProgress progress) => this with { Progress = progress };
}
