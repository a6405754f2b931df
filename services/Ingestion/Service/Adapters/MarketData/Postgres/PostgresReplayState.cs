using Dapper;
using Superintel.Ingestion.MarketData.Replay;
using Superintel.Ingestion.MarketData.Replay.Ports;
using Superintel.ServiceDefaults.Storage;

namespace Superintel.Ingestion.Service.Adapters.MarketData.Postgres;

/// <summary>Replay progress in PostgreSQL.</summary>
internal sealed class PostgresReplayState(DbSession session) : IReplayState
{
    private const string Select = """
        SELECT feed AS "Feed", position_at AS "PositionAt", position_interval AS "PositionInterval", published AS "Published",
            published_at AS "PublishedAt", slices_per_second AS "SlicesPerSecond", paused AS "Paused", decisions AS "Decisions",
            executed AS "Executed", heard::text AS "Heard"
        FROM replay WHERE feed = @feed
        """;

    private const string Upsert = """
        INSERT INTO replay
            (feed, position_at, position_interval, published, published_at, slices_per_second, paused, executed, decisions, heard)
        VALUES
            (@Feed, @PositionAt, @PositionInterval, @Published, @PublishedAt, @SlicesPerSecond, @Paused, @Executed, @Decisions,
            @Heard::jsonb)
        ON CONFLICT (feed) DO UPDATE SET
            position_at = excluded.position_at, position_interval = excluded.position_interval, published = excluded.published,
            published_at = excluded.published_at, slices_per_second = excluded.slices_per_second, paused = excluded.paused,
            executed = excluded.executed, decisions = excluded.decisions, heard = excluded.heard
        """;

    public async ValueTask<ReplayProgress> Load(string feed, CancellationToken ct)
    {
        var connection = await session.Open(ct);
        var row = await connection.QuerySingleOrDefaultAsync<ReplayRow>(
            new CommandDefinition(Select, new { feed }, session.Transaction, cancellationToken: ct));
        return row?.Progress() ?? ReplayProgress.Start;
    }

    public async ValueTask Save(string feed, ReplayProgress progress, CancellationToken ct)
    {
        var connection = await session.Open(ct);
        await connection.ExecuteAsync(
            new CommandDefinition(Upsert, ReplayRow.Of(feed, progress), session.Transaction, cancellationToken: ct));
    }
}
