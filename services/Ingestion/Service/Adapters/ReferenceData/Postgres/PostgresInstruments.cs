using Dapper;
using Superintel.Ingestion.ReferenceData;
using Superintel.Ingestion.ReferenceData.Ports;
using Superintel.Kernel;
using Superintel.ServiceDefaults.Storage;

namespace Superintel.Ingestion.Service.Adapters.ReferenceData.Postgres;

/// <summary>Instruments in PostgreSQL.</summary>
internal sealed class PostgresInstruments(DbSession session) : IInstruments
{
    private const string One = $"SELECT {InstrumentRow.Columns} FROM instrument WHERE instrument_id = @id";

    private const string Many = $"""
        SELECT {InstrumentRow.Columns} FROM instrument
        WHERE (@after::text IS NULL OR instrument_id > @after)
          AND (@search = '' OR strpos(lower(instrument_id), @search) > 0
            OR strpos(lower(name), @search) > 0 OR strpos(lower(sector), @search) > 0)
        ORDER BY instrument_id LIMIT @limit
        """;

    // A row that already says the same is not updated, and so not counted.
    private const string Upsert = """
        INSERT INTO instrument AS i (instrument_id, name, asset_class, currency, lot_size, tick_size, tradable, sector)
        VALUES (@InstrumentId, @Name, @AssetClass, @Currency, @LotSize, @TickSize, @Tradable, @Sector)
        ON CONFLICT (instrument_id) DO UPDATE SET
            name = excluded.name, asset_class = excluded.asset_class, currency = excluded.currency, lot_size = excluded.lot_size,
            tick_size = excluded.tick_size, tradable = excluded.tradable, sector = excluded.sector
        WHERE (i.name, i.asset_class, i.currency, i.lot_size, i.tick_size, i.tradable, i.sector) IS DISTINCT FROM
            (excluded.name, excluded.asset_class, excluded.currency, excluded.lot_size, excluded.tick_size,
             excluded.tradable, excluded.sector)
        """;

    public async ValueTask<Instrument?> Find(InstrumentId id, CancellationToken ct)
    {
        var connection = await session.Open(ct);
        var row = await connection.QuerySingleOrDefaultAsync<InstrumentRow>(
            new CommandDefinition(One, new { id = id.ToString() }, session.Transaction, cancellationToken: ct));
        return row?.Instrument();
    }

    public async ValueTask<IReadOnlyList<Instrument>> List(string search, InstrumentId? after, int limit, CancellationToken ct)
    {
        var connection = await session.Open(ct);
        var rows = await connection.QueryAsync<InstrumentRow>(new CommandDefinition(
            Many,
            new { search = search.ToLowerInvariant(), after = after?.ToString(), limit },
            session.Transaction,
            cancellationToken: ct));
        return [.. rows.Select(r => r.Instrument())];
    }

    public async ValueTask<bool> Save(Instrument instrument, CancellationToken ct)
    {
        var connection = await session.Open(ct);
        return await connection.ExecuteAsync(
            new CommandDefinition(Upsert, InstrumentRow.Of(instrument), session.Transaction, cancellationToken: ct)) > 0;
    }
}
