using Superintel.Execution.Execution.Fills;
using Superintel.Kernel;

namespace Superintel.Execution.Service.Adapters.Execution.Postgres;

/// <summary>A row of fill.</summary>
internal sealed class FillRow
{
    public long Sequence { get; init; }
    public string Venue { get; init; } = "";
    public string Account { get; init; } = "";
    public string ExecutionId { get; init; } = "";
    public string ClientOrderId { get; init; } = "";
    public string DecisionId { get; init; } = "";
    public string PairId { get; init; } = "";
    public int Leg { get; init; }
    public string InstrumentId { get; init; } = "";
    public string Side { get; init; } = "";
    public decimal Quantity { get; init; }
    public decimal Price { get; init; }
    public decimal Commission { get; init; }
    public string CommissionCurrency { get; init; } = "";
    public decimal Slippage { get; init; }
    public string Currency { get; init; } = "";
    public decimal CumulativeQuantity { get; init; }
    public decimal LeavesQuantity { get; init; }
    public DateTimeOffset FilledAt { get; init; }
    public decimal FeeQuantity { get; init; }
    public decimal WithheldQuantity { get; init; }
    public string Kind { get; init; } = "";
    public int Revision { get; init; }
    public bool CommissionPending { get; init; }

    public static FillRow Of(Fill fill) => new()
    {
        Venue = fill.Venue,
        Account = fill.Account,
        ExecutionId = fill.ExecutionId,
        ClientOrderId = fill.ClientOrderId.Value,
        DecisionId = fill.DecisionId.Value,
        PairId = fill.PairId.ToString(),
        Leg = fill.Leg,
        InstrumentId = fill.Instrument.ToString(),
        Side = fill.Side.ToString(),
        Quantity = fill.Units,
        Price = fill.Price,
        Commission = fill.Commission.Amount,
        CommissionCurrency = fill.Commission.Currency.Code,
        Slippage = fill.Slippage,
        Currency = fill.Currency.Code,
        CumulativeQuantity = fill.CumulativeQuantity,
        LeavesQuantity = fill.LeavesQuantity,
        FilledAt = fill.At,
        FeeQuantity = fill.FeeQuantity,
        WithheldQuantity = fill.WithheldQuantity,
        Kind = fill.Kind.ToString(),
        Revision = fill.Revision,
        CommissionPending = fill.CommissionPending,
    };

    public LedgerFill ToListed() => new(Sequence, ToFill());

    public Fill ToFill() => new(
        Venue, Account, ExecutionId, new ClientOrderId(ClientOrderId), new DecisionId(DecisionId), Kernel.PairId.Parse(PairId), Leg,
        Kernel.InstrumentId.Parse(InstrumentId), Enum.Parse<Side>(Side), new Quantity(Math.Abs(Quantity)), Price,
        new Money(Commission, new Currency(CommissionCurrency)), Slippage, new Currency(Currency), CumulativeQuantity, LeavesQuantity,
        FilledAt)
    {
        FeeQuantity = FeeQuantity,
        WithheldQuantity = WithheldQuantity,
        Kind = Enum.Parse<FillKind>(Kind),
        Revision = Revision,
        CommissionPending = CommissionPending,
    };
}
