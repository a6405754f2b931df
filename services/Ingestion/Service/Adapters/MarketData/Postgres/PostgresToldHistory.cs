using Dapper;
using Superintel.Ingestion.MarketData.Ports;
using Superintel.Kernel;
using Superintel.ServiceDefaults.Storage;

namespace Superintel.Ingestion.Service.Adapters.MarketData.Postgres;

/// <summary>What was told of the past, in PostgreSQL.</summary>
internal sealed class PostgresToldHistory(DbSession session) : IToldHistory
{
    private const string Known = "SELECT closed_at FROM told_history WHERE feed = @feed AND bar_interval = @interval";

    private const string Upsert = """
        INSERT INTO told_history AS known (feed, bar_interval, closed_at) VALUES (@feed, @interval, @at)
        ON CONFLICT (feed, bar_interval) DO UPDATE SET closed_at = excluded.closed_at WHERE known.closed_at < excluded.closed_at
        """;

    public async ValueTask<DateTimeOffset?> Last(string feed, BarInterval interval, CancellationToken ct)
    {
        var connection = await session.Open(ct);
        return await connection.QuerySingleOrDefaultAsync<DateTimeOffset?>(
            new CommandDefinition(Known, new { feed, interval = interval.ToString() }, session.Transaction, cancellationToken: ct));
    }

    public async ValueTask Save(string feed, BarInterval interval, DateTimeOffset closedAt, CancellationToken ct)
    {
        var connection = await session.Open(ct);
        var row = new { feed, interval = interval.ToString(), at = closedAt.UtcDateTime };
        await connection.ExecuteAsync(new CommandDefinition(Upsert, row, session.Transaction, cancellationToken: ct));
    }
}
