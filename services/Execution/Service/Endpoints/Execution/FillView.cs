using Superintel.Execution.Execution.Fills;
using Superintel.Kernel;

namespace Superintel.Execution.Service.Endpoints.Execution;

/// <summary>A fill as the API shows it: the fields of OrderFilled.</summary>
/// <param name="FeeQuantity">Units of the instrument that the venue kept as its fee: they are the commission.</param>
/// <param name="WithheldQuantity">Units by which the position moved less than <paramref name="Quantity"/>: the fee in units, and what it
/// leaves below a whole lot.</param>
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
    decimal FeeQuantity,
    decimal WithheldQuantity,
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
        fill.FeeQuantity,
        fill.WithheldQuantity,
        fill.At);
}
