using Superintel.Execution.Execution.Fills;
using Superintel.Kernel;

namespace Superintel.Execution.Service.Endpoints.Execution;

/// <summary>An entry of the ledger as the API shows it: the fields of OrderFilled.</summary>
/// <param name="Entry">execution, reversal (the venue corrected the execution: its units and its cost are taken back) or commission (a
/// cost that was told after its execution).</param>
/// <param name="Revision">Counts what the venue said of the execution; above 1 it is a correction.</param>
/// <param name="Quantity">Units that the entry adds: below zero for a reversal.</param>
/// <param name="Commission">Null: the venue had not told it when this was booked; an entry of its own has it later.</param>
/// <param name="FeeQuantity">Units of the instrument that the venue kept as its fee: they are the commission.</param>
/// <param name="WithheldQuantity">Units by which the position moved less than <paramref name="Quantity"/>: the fee in units, and what it
/// leaves below a whole lot.</param>
internal sealed record FillView(
    string Venue,
    string Account,
    string ExecutionId,
    FillKind Entry,
    int Revision,
    string ClientOrderId,
    string DecisionId,
    string PairId,
    int Leg,
    string InstrumentId,
    Side Side,
    decimal Quantity,
    decimal Price,
    string Currency,
    decimal? Commission,
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
        fill.Kind,
        fill.Revision,
        fill.ClientOrderId.Value,
        fill.DecisionId.Value,
        fill.PairId.ToString(),
        fill.Leg,
        fill.Instrument.ToString(),
        fill.Side,
        fill.Units,
        fill.Price,
        fill.Currency.Code,
        fill.CommissionPending ? null : fill.Commission.Amount,
        fill.Commission.Currency.Code,
        fill.Slippage,
        fill.CumulativeQuantity,
        fill.LeavesQuantity,
        fill.FeeQuantity,
        fill.WithheldQuantity,
        fill.At);
}
