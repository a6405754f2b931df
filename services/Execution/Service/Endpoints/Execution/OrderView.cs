using Superintel.Execution.Execution.Orders;
using Superintel.Execution.Trading;
using Superintel.Kernel;

namespace Superintel.Execution.Service.Endpoints.Execution;

/// <summary>An order as the API shows it.</summary>
internal sealed record OrderView(
    string ClientOrderId,
    string DecisionId,
    string ClearanceId,
    string PairId,
    int Leg,
    OrderPurpose Purpose,
    string Venue,
    string Account,
    string? VenueOrderId,
    string InstrumentId,
    Side Side,
    decimal Quantity,
    OrderType OrderType,
    decimal? LimitPrice,
    OrderState Status,
    decimal CumulativeQuantity,
    decimal LeavesQuantity,
    decimal? AveragePrice,
    decimal Commission,
    DateTimeOffset SubmittedAt,
    DateTimeOffset? ClosedAt,
    string Text)
{
    public static OrderView Of(Order order) => new(
        order.Intent.ClientOrderId.Value,
        order.Intent.DecisionId.Value,
        order.Intent.ClearanceId.Value,
        order.Intent.PairId.ToString(),
        order.Intent.Leg,
        order.Intent.Purpose,
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
        order.Progress.Commission,
        order.Intent.CreatedAt,
        order.Progress.ClosedAt,
        order.Progress.Text);
}
