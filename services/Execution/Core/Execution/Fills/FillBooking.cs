using System.Collections.Immutable;
using Superintel.Execution.Execution.Orders;
using Superintel.Execution.Trading;
using Superintel.Kernel;

namespace Superintel.Execution.Execution.Fills;

/// <summary>
/// What the ledger must take so that it says of an execution what the venue says. A higher revision reverses what stands and adds itself;
/// a lower one changes nothing, whenever it is heard; a cost that was not known is added once.
/// </summary>
public static class FillBooking
{
    /// <param name="booked">All entries of the order.</param>
    /// <returns>To append, in this order; empty: there is nothing new in it.</returns>
    public static ImmutableArray<Fill> Of(Order order, IEnumerable<Fill> booked, BrokerEvent.Filled told)
    {
        var known = booked.Where(entry => entry.ExecutionId == told.ExecutionId).ToArray();
        var standing = known.Where(entry => entry.Kind == FillKind.Execution).MaxBy(entry => entry.Revision);
        if (standing is null) return [Execution(order, told)];
        var cost = known.FirstOrDefault(entry => entry.Kind == FillKind.Commission && entry.Revision == standing.Revision);
        if (told.Revision > standing.Revision)
        {
            var reversal = Reversal(order, standing, cost);
            return [reversal, Execution(order.With(order.Progress.Plus(reversal)), told)];
        }
        var isNews = told.Revision == standing.Revision && standing.CommissionPending && cost is null && !told.CommissionPending;
        return isNews ? [Commission(order, standing, told.Commission)] : [];
    }

    private static Fill Execution(Order order, BrokerEvent.Filled told) => new(
        order.Intent.Venue,
        order.Intent.Account,
        told.ExecutionId,
        order.Intent.ClientOrderId,
        order.Intent.DecisionId,
        order.Intent.PairId,
        order.Intent.Leg,
        order.Intent.Instrument,
        order.Intent.Side,
        told.Quantity,
        told.Price,
        told.Commission,
        order.Intent.Side.Sign() * (told.Price - order.Intent.ReferencePrice) * told.Quantity.Value,
        order.Intent.Currency,
        order.Progress.CumulativeQuantity + told.Quantity.Value,
        Math.Max(0m, order.LeavesQuantity - told.Quantity.Value),
        told.At)
    {
        Revision = told.Revision,
        CommissionPending = told.CommissionPending,
        FeeQuantity = told.FeeQuantity,
        WithheldQuantity = told.Quantity.Value + order.DeliveredQuantity - order.Delivered(
            order.Progress.CumulativeQuantity + told.Quantity.Value, order.Progress.FeeQuantity + told.FeeQuantity),
    };

    private static Fill Reversal(Order order, Fill standing, Fill? cost) => standing with
    {
        Kind = FillKind.Reversal,
        Commission = -(cost ?? standing).Commission,
        CommissionPending = standing.CommissionPending && cost is null,
        Slippage = -standing.Slippage,
        CumulativeQuantity = order.Progress.CumulativeQuantity - standing.Quantity.Value,
        LeavesQuantity = order.State.IsOver() ? 0m : order.LeavesQuantity + standing.Quantity.Value,
        FeeQuantity = -standing.FeeQuantity,
        WithheldQuantity = -standing.WithheldQuantity,
    };

    private static Fill Commission(Order order, Fill standing, Money commission) => standing with
    {
        Kind = FillKind.Commission,
        Quantity = Quantity.Zero,
        Commission = commission,
        CommissionPending = false,
        Slippage = 0m,
        CumulativeQuantity = order.Progress.CumulativeQuantity,
        LeavesQuantity = order.LeavesQuantity,
        FeeQuantity = 0m,
        WithheldQuantity = 0m,
    };
}
