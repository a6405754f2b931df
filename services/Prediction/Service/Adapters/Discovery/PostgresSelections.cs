using System.Collections.Immutable;
using Dapper;
using Superintel.Kernel;
using Superintel.Prediction.Discovery;
using Superintel.Prediction.Discovery.Ports;
using Superintel.ServiceDefaults.Storage;

namespace Superintel.Prediction.Service.Adapters.Discovery;

/// <summary>Selections in PostgreSQL; every one stays stored.</summary>
internal sealed class PostgresSelections(DbSession session) : ISelections
{
    private const string NewestOfEach = """
        SELECT DISTINCT ON (feed, bar_interval) feed, bar_interval, selected_at, funnel::text, pairs::text
        FROM pair_selection ORDER BY feed, bar_interval, selected_at DESC
        """;

    private const string Newest = """
        SELECT feed, bar_interval, selected_at, funnel::text, pairs::text FROM pair_selection
        WHERE feed = @feed AND bar_interval = @interval ORDER BY selected_at DESC LIMIT 1
        """;

    private const string Insert = """
        INSERT INTO pair_selection (feed, bar_interval, selected_at, funnel, pairs)
        VALUES (@feed, @interval, @selectedAt, @funnel::jsonb, @pairs::jsonb)
        ON CONFLICT (feed, bar_interval, selected_at) DO UPDATE SET funnel = excluded.funnel, pairs = excluded.pairs
        """;

    public async ValueTask<PairSelection?> Latest(string feed, BarInterval interval, CancellationToken ct) =>
        (await Query(Newest, new { feed, interval = interval.ToString() }, ct)).SingleOrDefault();

    public async ValueTask<IReadOnlyList<PairSelection>> LatestOfAll(CancellationToken ct) =>
        [.. (await Query(NewestOfEach, null, ct)).OrderBy(one => one.Feed, StringComparer.Ordinal).ThenBy(one => one.Interval.Length)];

    public async ValueTask Save(PairSelection selection, CancellationToken ct)
    {
        var connection = await session.Open(ct);
        var parameters = new
        {
            feed = selection.Feed,
            interval = selection.Interval.ToString(),
            selectedAt = selection.SelectedAt,
            funnel = StoredJson.Write(selection.Funnel),
            pairs = StoredJson.Write(selection.Pairs),
        };
        await connection.ExecuteAsync(new CommandDefinition(Insert, parameters, session.Transaction, cancellationToken: ct));
    }

    private async Task<IEnumerable<PairSelection>> Query(string sql, object? parameters, CancellationToken ct)
    {
        var connection = await session.Open(ct);
        var rows = await connection.QueryAsync<(string Feed, string Interval, DateTimeOffset At, string Funnel, string Pairs)>(
            new CommandDefinition(sql, parameters, session.Transaction, cancellationToken: ct));
        return rows.Select(row => new PairSelection(
            row.Feed,
            BarInterval.Parse(row.Interval),
            row.At,
            StoredJson.Read<DiscoveryFunnel>(row.Funnel),
            StoredJson.Read<ImmutableArray<PairFormation>>(row.Pairs)));
    }
}
