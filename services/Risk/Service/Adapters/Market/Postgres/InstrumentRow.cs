using Superintel.Kernel;
using Superintel.Risk.Market;

namespace Superintel.Risk.Service.Adapters.Market.Postgres;

internal sealed record InstrumentRow
{
    public string Id { get; init; } = "";

    public string AssetClass { get; init; } = "";

    public string Currency { get; init; } = "";

    public decimal LotSize { get; init; }

    public bool Tradable { get; init; }

    public string Sector { get; init; } = "";

    public Instrument ToInstrument() =>
        new(InstrumentId.Parse(Id), Enum.Parse<AssetClass>(AssetClass), new Currency(Currency), LotSize, Tradable, Sector);
}
