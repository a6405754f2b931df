using Dapper;
using Superintel.Ingestion.MarketData.Freshness;
using Superintel.Ingestion.MarketData.Ports;
using Superintel.Kernel;
using Superintel.ServiceDefaults.Storage;

namespace Superintel.Ingestion.Service.Adapters.MarketData.Postgres;

/// <summary>Freshness of every series in PostgreSQL.</summary>
internal sealed class PostgresFreshnessBook(DbSession session) : IFreshnessBook
{
    private const string All = """
        SELECT feed AS "Feed", instrument_id AS "InstrumentId", bar_interval AS "BarInterval", last_bar_at AS "LastBarAt", stale AS "Stale",
            doubt AS "Doubt", changes AS "Changes"
        FROM series_freshness
        """;

    // One statement for the whole slice.
    private const string Upsert = """
        INSERT INTO series_freshness (instrument_id, bar_interval, feed, last_bar_at, stale, doubt, changes)
        SELECT * FROM unnest(
            @instruments::text[], @intervals::text[], @feeds::text[], @lastBars::timestamptz[], @stale::boolean[], @doubts::text[],
            @changes::integer[])
        ON CONFLICT (instrument_id, bar_interval) DO UPDATE SET
            feed = excluded.feed, last_bar_at = excluded.last_bar_at, stale = excluded.stale, doubt = excluded.doubt,
            changes = excluded.changes
        """;

    public async ValueTask<IReadOnlyList<SeriesFreshness>> Load(CancellationToken ct)
    {
        var connection = await session.Open(ct);
        var rows = await connection.QueryAsync<Row>(new CommandDefinition(All, null, session.Transaction, cancellationToken: ct));
        return
        [
            .. rows
                .Select(r => new SeriesFreshness(
                    r.Feed, InstrumentId.Parse(r.InstrumentId), BarInterval.Parse(r.BarInterval), r.LastBarAt, r.Stale)
                {
                    Doubt = r.Doubt, Changes = r.Changes,
                })
                .OrderBy(s => s.Instrument)
                .ThenBy(s => s.Interval.Length),
        ];
    }

    public async ValueTask Save(IReadOnlyList<SeriesFreshness> changed, CancellationToken ct)
    {
        if (changed.Count == 0) return;
        var connection = await session.Open(ct);
        var rows = new
        {
            instruments = changed.Select(s => s.Instrument.ToString()).ToArray(),
            intervals = changed.Select(s => s.Interval.ToString()).ToArray(),
            feeds = changed.Select(s => s.Feed).ToArray(),
            lastBars = changed.Select(s => s.LastBarAt.UtcDateTime).ToArray(),
            stale = changed.Select(s => s.Stale).ToArray(),
            doubts = changed.Select(s => s.Doubt).ToArray(),
            changes = changed.Select(s => s.Changes).ToArray(),
        };
        await connection.ExecuteAsync(new CommandDefinition(Upsert, rows, session.Transaction, cancellationToken: ct));
    }

    private sealed class Row
    {
        public required string Feed { get; init; }

        public required string InstrumentId { get; init; }

        public required string BarInterval { get; init; }

        public required DateTimeOffset LastBarAt { get; init; }

        public required bool Stale { get; init; }

        public required string Doubt { get; init; }

        public required int Changes { get; init; }
    }
}
