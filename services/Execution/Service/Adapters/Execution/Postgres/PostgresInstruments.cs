using Dapper;
using Superintel.Execution.Execution.Control;
using Superintel.Execution.Execution.Ports;
using Superintel.Kernel;
using Superintel.ServiceDefaults.Storage;

namespace Superintel.Execution.Service.Adapters.Execution.Postgres;

internal sealed class PostgresInstruments(DbSession session) : IInstruments
{
    public async ValueTask<Instrument?> Find(InstrumentId id, CancellationToken ct)
    {
        const string sql = """
            SELECT instrument_id AS InstrumentId, asset_class AS AssetClass, currency, lot_size AS LotSize, tick_size AS TickSize,
                tradable
            FROM instrument WHERE instrument_id = @id
            """;
        var connection = await session.Open(ct);
        var row = await connection.QuerySingleOrDefaultAsync<InstrumentRow>(
            new CommandDefinition(sql, new { id = id.ToString() }, session.Transaction, cancellationToken: ct));
        return row?.ToInstrument();
    }

    public async ValueTask Save(Instrument instrument, CancellationToken ct)
    {
        const string sql = """
            INSERT INTO instrument (instrument_id, asset_class, currency, lot_size, tick_size, tradable)
            VALUES (@InstrumentId, @AssetClass, @Currency, @LotSize, @TickSize, @Tradable)
            ON CONFLICT (instrument_id) DO UPDATE SET asset_class = excluded.asset_class, currency = excluded.currency,
                lot_size = excluded.lot_size, tick_size = excluded.tick_size, tradable = excluded.tradable
            """;
        var connection = await session.Open(ct);
        await connection.ExecuteAsync(new CommandDefinition(sql, InstrumentRow.Of(instrument), session.Transaction, cancellationToken: ct));
    }
}
