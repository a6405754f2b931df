using Superintel.Contracts.Events.V1;
using Superintel.Execution.Execution.Fills;
using Superintel.Execution.Trading;
using Superintel.Kernel;

namespace Superintel.Execution.Execution.Orders;

/// <summary>An order's moves in the words of the contracts.</summary>
internal static class OrderEvents
{
    public static OrderSubmitted Submitted(Order order) => new(
        order.Intent.ClientOrderId.Value,
        order.Intent.DecisionId.Value,
        order.Intent.ClearanceId.Value,
        order.Intent.PairId.ToString(),
        order.Intent.Leg,
        Word(order.Intent.Purpose),
        order.Intent.Venue,
        order.Intent.Account,
        order.Intent.Instrument.ToString(),
        Word(order.Intent.Side),
        order.Intent.Quantity.Value,
        Word(order.Intent.Type),
        order.Intent.LimitPrice,
        order.Intent.CreatedAt);

    public static OrderAccepted Accepted(Order order, DateTimeOffset at) => new(
        order.Intent.ClientOrderId.Value,
        order.Intent.DecisionId.Value,
        order.Intent.PairId.ToString(),
        order.Intent.Venue,
        order.Progress.VenueOrderId ?? "",
        at);

    public static OrderRejected Rejected(Order order, string code, string text, DateTimeOffset at) => new(
        order.Intent.ClientOrderId.Value,
        order.Intent.DecisionId.Value,
        order.Intent.PairId.ToString(),
        order.Intent.Venue,
        code,
        text,
        at);

    public static OrderOutcomeUnknown OutcomeUnknown(Order order, string cause, DateTimeOffset at) => new(
        order.Intent.ClientOrderId.Value, order.Intent.DecisionId.Value, order.Intent.PairId.ToString(), order.Intent.Venue, cause, at);

    public static OrderClosed Closed(Order order, DateTimeOffset at) => new(
        order.Intent.ClientOrderId.Value,
        order.Intent.DecisionId.Value,
        order.Intent.PairId.ToString(),
        Word(order.State),
        order.Progress.CumulativeQuantity,
        order.AveragePrice,
        at);

    public static OrderFilled Filled(Fill fill) => new(
        fill.Venue,
        fill.Account,
        fill.ExecutionId,
        fill.ClientOrderId.Value,
        fill.DecisionId.Value,
        fill.PairId.ToString(),
        fill.Leg,
        fill.Instrument.ToString(),
        Word(fill.Side),
        fill.Quantity.Value,
        fill.Price,
        fill.Currency.Code,
        fill.Commission.Amount,
        fill.Commission.Currency.Code,
        fill.Slippage,
        fill.CumulativeQuantity,
        fill.LeavesQuantity,
        fill.At,
        fill.FeeQuantity,
        fill.WithheldQuantity,
        fill.Revision,
        fill.CommissionPending);

    /// <param name="replaced">The reversal of what stood.</param>
    public static FillCorrected Corrected(Order order, Fill replaced, Fill fill) => new(
        fill.Venue,
        fill.Account,
        fill.ExecutionId,
        fill.Revision,
        fill.ClientOrderId.Value,
        fill.DecisionId.Value,
        fill.PairId.ToString(),
        fill.Leg,
        fill.Instrument.ToString(),
        Word(fill.Side),
        fill.Quantity.Value,
        fill.Price,
        fill.Currency.Code,
        fill.CommissionPending ? null : fill.Commission.Amount,
        fill.Commission.Currency.Code,
        fill.Slippage,
        fill.FeeQuantity,
        fill.WithheldQuantity,
        replaced.Revision,
        replaced.Quantity.Value,
        replaced.Price,
        -replaced.Commission.Amount,
        replaced.Commission.Currency.Code,
        Word(order.State),
        fill.CumulativeQuantity,
        fill.LeavesQuantity,
        fill.At);

    public static CommissionBooked CommissionBooked(Fill cost) => new(
        cost.Venue,
        cost.Account,
        cost.ExecutionId,
        cost.Revision,
        cost.ClientOrderId.Value,
        cost.DecisionId.Value,
        cost.PairId.ToString(),
        cost.Leg,
        cost.Instrument.ToString(),
        Word(cost.Side),
        cost.Price,
        cost.Currency.Code,
        cost.Commission.Amount,
        cost.Commission.Currency.Code,
        cost.At);

    public static string Word(Side side) => side == Side.Buy ? "buy" : "sell";

    private static string Word(OrderPurpose purpose) => purpose.ToString().ToLowerInvariant();

    private static string Word(OrderType type) => type.ToString().ToLowerInvariant();

    private static string Word(OrderState state) => state.ToString().ToLowerInvariant();
}
