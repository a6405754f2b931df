using Superintel.Kernel;
using Superintel.Risk.Portfolio;
using Superintel.Risk.Portfolio.Accruals;

namespace Superintel.Risk.Service.Adapters.Portfolio.Postgres;

internal sealed record AccrualRow
{
    public string PairId { get; init; } = "";

    public string InstrumentId { get; init; } = "";

    public string Kind { get; init; } = "";

    public string Cause { get; init; } = "";

    public decimal Units { get; init; }

    public decimal Price { get; init; }

    public decimal Rate { get; init; }

    public DateTimeOffset ChargedFrom { get; init; }

    public DateTimeOffset ChargedUntil { get; init; }

    public decimal Amount { get; init; }

    public string Currency { get; init; } = "";

    public static AccrualRow Of(Accrual accrual) => new()
    {
        PairId = accrual.Key.PairId,
        InstrumentId = accrual.Key.Instrument.ToString(),
        Kind = accrual.Kind.ToString(),
        Cause = accrual.Cause,
        Units = accrual.Units,
        Price = accrual.Price,
        Rate = accrual.Rate,
        ChargedFrom = accrual.From,
        ChargedUntil = accrual.Until,
        Amount = accrual.Amount.Amount,
        Currency = accrual.Amount.Currency.Code,
    };

    public Accrual ToAccrual() => new(
        new PositionKey(PairId, Kernel.InstrumentId.Parse(InstrumentId)),
        Enum.Parse<AccrualKind>(Kind),
        Cause,
        Units,
        Price,
        Rate,
        ChargedFrom,
        ChargedUntil,
        new Money(Amount, new Currency(Currency)));
}
