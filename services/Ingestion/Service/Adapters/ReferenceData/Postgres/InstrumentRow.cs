using Superintel.Ingestion.ReferenceData;
using Superintel.Kernel;

namespace Superintel.Ingestion.Service.Adapters.ReferenceData.Postgres;

/// <summary>A row of the table instrument.</summary>
internal sealed record InstrumentRow(
    string InstrumentId, string Name, string AssetClass, string Currency, decimal LotSize, decimal TickSize, bool Tradable, string Sector)
{
    public const string Columns = """
        instrument_id AS "InstrumentId", name AS "Name", asset_class AS "AssetClass", currency AS "Currency",
        lot_size AS "LotSize", tick_size AS "TickSize", tradable AS "Tradable", sector AS "Sector"
        """;

    public static InstrumentRow Of(Instrument instrument) => new(
        instrument.Id.ToString(),
        instrument.Name,
        instrument.AssetClass.Code(),
        instrument.Currency.Code,
        instrument.LotSize,
        instrument.TickSize,
        instrument.Tradable,
        instrument.Sector);

    /// <exception cref="InvalidOperationException">The row holds what the service never writes.</exception>
    public Instrument Instrument() => AssetClassCode.TryParse(AssetClass, out var assetClass)
        ? new Instrument(
            Kernel.InstrumentId.Parse(InstrumentId), Name, assetClass, new Currency(Currency), LotSize, TickSize, Tradable, Sector)
        : throw new InvalidOperationException($"instrument {InstrumentId} has the unknown asset class '{AssetClass}'.");
}
