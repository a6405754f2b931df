using System.Collections.Concurrent;
using Dapper;
using Npgsql;

namespace Superintel.ServiceDefaults.Storage;

/// <summary>Remembers what is covered; partitions are made in a transaction of their own, so that writers never wait for each
/// other's.</summary>
public sealed class TimeSeries(NpgsqlDataSource source) : ITimeSeries
{
    private readonly ConcurrentDictionary<string, CoveredSpan> covered = new(StringComparer.Ordinal);

    public async Task Cover(string table, DateTimeOffset from, DateTimeOffset to, CancellationToken ct)
    {
        if (to < from) throw new ArgumentException($"The span ends at {to:O} before it begins at {from:O}.", nameof(to));
        if (covered.TryGetValue(table, out var known) && known.Contains(from, to)) return;
        await using var connection = await source.OpenConnectionAsync(ct);
        var made = await connection.QuerySingleAsync<CoveredSpan>(new CommandDefinition(
            """SELECT covered_from AS "From", covered_to AS "To" FROM cover_time_series(@table, @from, @to)""",
            new { table, from, to },
            cancellationToken: ct));
        covered.AddOrUpdate(table, made, (_, before) => before.Joined(made));
    }

    public async Task Expire(DateTimeOffset now, CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        var dropped = await connection.ExecuteScalarAsync<int>(
            new CommandDefinition("SELECT expire_time_series(@now)", new { now }, cancellationToken: ct));
        if (dropped > 0) covered.Clear();
    }
}
