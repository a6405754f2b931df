using Superintel.Kernel;
using Superintel.Risk.Portfolio;

namespace Superintel.Risk.Service.Adapters.Portfolio.Postgres;

internal sealed record PositionRow
{
    public string PairId { get; init; } = "";

    public string InstrumentId { get; init; } = "";

    public string Currency { get; init; } = "";

    public decimal Quantity { get; init; }

    public decimal Cost { get; init; }

    public decimal RealizedPnl { get; init; }

    public DateTimeOffset OpenedAt { get; init; }

    public DateTimeOffset? ChargedUntil { get; init; }

    public static PositionRow Of(Position position) => new()
    {
        PairId = position.Key.PairId,
        InstrumentId = position.Key.Instrument.ToString(),
        Currency = position.Currency.Code,
        Quantity = position.Quantity,
        Cost = position.Cost,
        RealizedPnl = position.RealizedPnl,
        OpenedAt = position.OpenedAt,
        ChargedUntil = position.ChargedUntil,
    };

    public Position ToPosition() => new(
        new PositionKey(PairId, Kernel.InstrumentId.Parse(InstrumentId)), new Currency(Currency), Quantity, Cost, RealizedPnl, OpenedAt)
    {
        ChargedUntil = ChargedUntil,
    };
}
