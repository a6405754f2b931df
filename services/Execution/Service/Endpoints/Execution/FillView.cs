using Superintel.Execution.Execution.Fills;
using Superintel.Kernel;

namespace Superintel.Execution.Service.Endpoints.Execution;

/// <summary>A fill as the API shows it: the fields of OrderFilled.</summary>
internal sealed record FillView(
    string Venue,
    string Account,
    string ExecutionId,
    string ClientOrderId,
    string DecisionId,
    string PairId,
    int Leg,
    string InstrumentId,
    Side Side,
    decimal Quantity,
    decimal Price,
    string Currency,
    decimal Commission,
    string CommissionCurrency,
    decimal Slippage,
    decimal CumulativeQuantity,
    decimal LeavesQuantity,
    DateTimeOffset OccurredAt)
{
    public static FillView Of(Fill fill) => new(
        fill.Venue,
        fill.Account,
        fill.ExecutionId,
        fill.ClientOrderId.Value,
        fill.DecisionId.Value,
        fill.PairId.ToString(),
        fill.Leg,
        fill.Instrument.ToString(),
        fill.Side,
        fill.Quantity.Value,
        fill.Price,
        fill.Currency.Code,
        fill.Commission.Amount,
        fill.Commission.Currency.Code,
        fill.Slippage,
        fill.CumulativeQuantity,
        fill.LeavesQuantity,
        fill.At);
}
