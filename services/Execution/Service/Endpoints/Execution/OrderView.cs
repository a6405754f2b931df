using Superintel.Execution.Execution.External;
using Superintel.Execution.Execution.Orders;
using Superintel.Execution.Trading;
using Superintel.Kernel;

namespace Superintel.Execution.Service.Endpoints.Execution;

/// <summary>
/// An order as the API shows it. One that this desk did not send has the source and the purpose external and no decision, clearance or
/// pair; its commission is not told.
/// </summary>
/// <param name="Commission">The part paid in the quote currency; null while the venue has not told the cost of each execution, and for
/// an order of others.</param>
/// <param name="Commissions">All that was told of it, by currency: amounts of different currencies are never added.</param>
/// <param name="CommissionPending">The cost of an execution is not told yet; it comes as an entry of its own.</param>
internal sealed record OrderView(
    string ClientOrderId,
    string DecisionId,
    string ClearanceId,
    string PairId,
    int Leg,
    OrderPurpose Purpose,
    OrderSource Source,
    string Venue,
    string Account,
    string? VenueOrderId,
    string InstrumentId,
    Side Side,
    decimal Quantity,
    OrderType? OrderType,
    decimal? LimitPrice,
    OrderState Status,
    decimal CumulativeQuantity,
    decimal LeavesQuantity,
    decimal? AveragePrice,
    decimal? Commission,
    IReadOnlyList<CommissionView> Commissions,
    bool CommissionPending,
    DateTimeOffset SubmittedAt,
    DateTimeOffset? ClosedAt,
    string Text,
    string? AcknowledgedBy)
{
    public static OrderView Of(Order order) => new(
        order.Intent.ClientOrderId.Value,
        order.Intent.DecisionId.Value,
        order.Intent.ClearanceId.Value,
        order.Intent.PairId.ToString(),
        order.Intent.Leg,
        order.Intent.Purpose,
        OrderSource.Desk,
        order.Intent.Venue,
        order.Intent.Account,
        order.Progress.VenueOrderId,
        order.Intent.Instrument.ToString(),
        order.Intent.Side,
        order.Intent.Quantity.Value,
        order.Intent.Type,
        order.Intent.LimitPrice,
        order.State,
        order.Progress.CumulativeQuantity,
        order.LeavesQuantity,
        order.AveragePrice,
        order.Progress.PendingCommissions > 0 ? null : order.Progress.Commissions.In(order.Intent.Currency),
        [.. order.Progress.Commissions.All.Select(paid => new CommissionView(paid.Currency.Code, paid.Amount))],
        order.Progress.PendingCommissions > 0,
        order.Intent.CreatedAt,
        order.Progress.ClosedAt,
        order.Progress.Text,
        null);

    public static OrderView Of(ExternalOrder order) => new(
        order.Id.Value,
        "",
        "",
        "",
        0,
        OrderPurpose.External,
        OrderSource.External,
        order.Venue,
        order.Account,
        order.VenueOrderId,
        order.Instrument.ToString(),
        order.Side,
        order.Quantity.Value,
        null,
        null,
        order.State,
        order.FilledQuantity,
        order.LeavesQuantity,
        null,
        null,
        [],
        false,
        order.FirstSeenAt,
        order.EndedAt,
        order.Text,
        order.AcknowledgedBy);
}
