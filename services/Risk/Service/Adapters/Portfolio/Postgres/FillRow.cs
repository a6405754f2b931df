using Superintel.Kernel;
using Superintel.Risk.Portfolio;

namespace Superintel.Risk.Service.Adapters.Portfolio.Postgres;

internal sealed record FillRow
{
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

    public string Currency { get; init; } = "";

    public decimal Commission { get; init; }

    public string CommissionCurrency { get; init; } = "";

    public DateTimeOffset FilledAt { get; init; }

    public decimal Withheld { get; init; }

    public int Revision { get; init; }

    public bool IsCommission { get; init; }

    public static FillRow Of(Fill fill) => new()
    {
        Venue = fill.Key.Venue,
        Account = fill.Key.Account,
        ExecutionId = fill.Key.ExecutionId,
        ClientOrderId = fill.ClientOrderId,
        DecisionId = fill.DecisionId,
        PairId = fill.PairId,
        Leg = fill.Leg,
        InstrumentId = fill.Instrument.ToString(),
        Side = fill.Side.ToString(),
        Quantity = fill.Quantity.Value,
        Price = fill.Price.Value,
        Currency = fill.Price.Quote.Code,
        Commission = fill.Commission.Amount,
        CommissionCurrency = fill.Commission.Currency.Code,
        FilledAt = fill.At,
        Withheld = fill.Withheld,
        Revision = fill.Revision,
        IsCommission = fill.IsCommission,
    };

    public Fill ToFill() => new(
        new FillKey(Venue, Account, ExecutionId),
        ClientOrderId,
        DecisionId,
        PairId,
        Leg,
        Kernel.InstrumentId.Parse(InstrumentId),
        Enum.Parse<Side>(Side),
        new Quantity(Quantity),
        new Price(Price, new Currency(Currency)),
        new Money(Commission, new Currency(CommissionCurrency)),
        FilledAt)
    {
        Withheld = Withheld,
        Revision = Revision,
        IsCommission = IsCommission,
    };
}
