using Superintel.Execution.Execution.Control;
using Superintel.Kernel;

namespace Superintel.Execution.Service.Adapters.Execution.Postgres;

/// <summary>A row of instrument.</summary>
internal sealed class InstrumentRow
{
    public string InstrumentId { get; init; } = "";
    public string? AssetClass { get; init; }
    public string Currency { get; init; } = "";
    public decimal LotSize { get; init; }
    public decimal TickSize { get; init; }
    public bool Tradable { get; init; }

    public static InstrumentRow Of(Instrument instrument) => new()
    {
        InstrumentId = instrument.Id.ToString(),
        AssetClass = instrument.AssetClass?.ToString(),
        Currency = instrument.Currency.Code,
        LotSize = instrument.LotSize,
        TickSize = instrument.TickSize,
        Tradable = instrument.Tradable,
    };

    public Instrument ToInstrument() => new(
        Kernel.InstrumentId.Parse(InstrumentId),
        AssetClass is null ? null : Enum.Parse<AssetClass>(AssetClass),
        new Currency(Currency),
        LotSize,
        TickSize,
        Tradable);
}
