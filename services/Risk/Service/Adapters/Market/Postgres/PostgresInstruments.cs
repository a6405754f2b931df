using Superintel.Kernel;
using Superintel.Risk.Market;
using Superintel.Risk.Market.Ports;
using Superintel.ServiceDefaults.Storage;

namespace Superintel.Risk.Service.Adapters.Market.Postgres;

public sealed class PostgresInstruments(DbSession session) : IInstruments
{
    private const string Columns = "instrument_id AS Id, asset_class AS AssetClass, currency, lot_size AS LotSize, tradable, sector";

    public async ValueTask Save(Instrument instrument, CancellationToken ct) => await session.Execute(
        """
        INSERT INTO instrument (instrument_id, asset_class, currency, lot_size, tradable, sector)
        VALUES (@id, @assetClass, @currency, @lotSize, @tradable, @sector)
        ON CONFLICT (instrument_id) DO UPDATE SET
            asset_class = excluded.asset_class, currency = excluded.currency, lot_size = excluded.lot_size,
            tradable = excluded.tradable, sector = excluded.sector
        """,
        new
        {
            id = instrument.Id.ToString(),
            assetClass = instrument.AssetClass.ToString(),
            currency = instrument.Currency.Code,
            lotSize = instrument.LotSize,
            tradable = instrument.Tradable,
            sector = instrument.Sector,
        },
        ct);

    public async ValueTask<IReadOnlyList<Instrument>> Find(IReadOnlyCollection<InstrumentId> ids, CancellationToken ct)
    {
        var wanted = ids.Select(id => id.ToString()).ToArray();
        var rows = await session.Rows<InstrumentRow>(
            $"SELECT {Columns} FROM instrument WHERE instrument_id = ANY(@wanted) ORDER BY instrument_id", new { wanted }, ct);
        return [.. rows.Select(row => row.ToInstrument())];
    }

    public async ValueTask<IReadOnlyList<Instrument>> Fx(CancellationToken ct)
    {
        var rows = await session.Rows<InstrumentRow>(
            $"SELECT {Columns} FROM instrument WHERE asset_class = @fx ORDER BY instrument_id", new { fx = nameof(AssetClass.Fx) }, ct);
        return [.. rows.Select(row => row.ToInstrument())];
    }
}
