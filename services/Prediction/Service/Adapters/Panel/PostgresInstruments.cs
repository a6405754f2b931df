using Dapper;
using Superintel.Kernel;
using Superintel.Prediction.Panel;
using Superintel.Prediction.Panel.Ports;
using Superintel.ServiceDefaults.Storage;

namespace Superintel.Prediction.Service.Adapters.Panel;

/// <summary>Instruments in PostgreSQL.</summary>
internal sealed class PostgresInstruments(DbSession session) : IInstruments
{
    private const string Listed = "SELECT instrument_id, currency, tradable FROM instrument";
    private const string Stale = "SELECT instrument_id FROM instrument_freshness WHERE stale";

    public async ValueTask<InstrumentBook> Load(CancellationToken ct)
    {
        var connection = await session.Open(ct);
        var listed = await connection.QueryAsync<(string Id, string Currency, bool Tradable)>(
            new CommandDefinition(Listed, transaction: session.Transaction, cancellationToken: ct));
        var stale = await connection.QueryAsync<string>(
            new CommandDefinition(Stale, transaction: session.Transaction, cancellationToken: ct));
        var instruments = listed.Select(row => new PanelInstrument(InstrumentId.Parse(row.Id), new Currency(row.Currency), row.Tradable));
        var book = instruments.Aggregate(InstrumentBook.Empty, (known, instrument) => known.With(instrument));
        return stale.Aggregate(book, (known, id) => known.With(InstrumentId.Parse(id), stale: true));
    }

    public async ValueTask List(PanelInstrument instrument, CancellationToken ct)
    {
        var connection = await session.Open(ct);
        await connection.ExecuteAsync(new CommandDefinition(
            """
            INSERT INTO instrument (instrument_id, currency, tradable) VALUES (@id, @currency, @tradable)
            ON CONFLICT (instrument_id) DO UPDATE SET currency = excluded.currency, tradable = excluded.tradable
            """,
            new { id = instrument.Id.ToString(), currency = instrument.Currency.Code, tradable = instrument.Tradable },
            session.Transaction,
            cancellationToken: ct));
    }

    public async ValueTask MarkFreshness(InstrumentId id, bool stale, DateTimeOffset lastBarAt, CancellationToken ct)
    {
        var connection = await session.Open(ct);
        await connection.ExecuteAsync(new CommandDefinition(
            """
            INSERT INTO instrument_freshness (instrument_id, stale, last_bar_at) VALUES (@id, @stale, @lastBarAt)
            ON CONFLICT (instrument_id) DO UPDATE SET stale = excluded.stale, last_bar_at = excluded.last_bar_at
            """,
            new { id = id.ToString(), stale, lastBarAt },
            session.Transaction,
            cancellationToken: ct));
    }
}
