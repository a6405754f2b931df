using System.Runtime.CompilerServices;
using Dapper;
using Superintel.Journal.Chain;
using Superintel.Journal.Chain.Ports;
using Superintel.ServiceDefaults.Storage;

namespace Superintel.Journal.Service.Adapters.Chain.Postgres;

/// <summary>The chain in PostgreSQL.</summary>
public sealed class PostgresEntries(DbSession session) : IEntries
{
    private const int BatchSize = 5_000;

    private const string Columns =
        "sequence, kind, event_id, decision_id, occurred_at, recorded_at, payload, trace_id, previous_hash, hash";

    public async Task<ChainHead> Head(CancellationToken ct)
    {
        var connection = await session.Open(ct);
        return await connection.QuerySingleAsync<ChainHead>(
            new CommandDefinition("SELECT sequence, hash FROM head FOR UPDATE", transaction: session.Transaction, cancellationToken: ct));
    }

    public async Task<bool> Append(JournalEntry entry, CancellationToken ct)
    {
        var connection = await session.Open(ct);
        var added = await connection.ExecuteAsync(new CommandDefinition(
            $"""
            WITH added AS (
                INSERT INTO entry ({Columns})
                VALUES (@Sequence, @Kind, @EventId, @DecisionId, @OccurredAt, @RecordedAt, @Payload, @TraceId, @PreviousHash, @Hash)
                ON CONFLICT (event_id) DO NOTHING
                RETURNING sequence, hash)
            UPDATE head SET sequence = added.sequence, hash = added.hash FROM added
            """,
            entry, session.Transaction, cancellationToken: ct));
        return added == 1;
    }

    public async IAsyncEnumerable<JournalEntry> After(long sequence, [EnumeratorCancellation] CancellationToken ct)
    {
        for (var from = sequence; ;)
        {
            var batch = await Read($"SELECT {Columns} FROM entry WHERE sequence > @from ORDER BY sequence LIMIT {BatchSize}", new { from },
                ct);
            foreach (var entry in batch) yield return entry;
            if (batch.Count < BatchSize) yield break;
            from = batch[^1].Sequence;
        }
    }

    public Task<IReadOnlyList<JournalEntry>> OfDecision(string decisionId, CancellationToken ct) => Read(
        $"SELECT {Columns} FROM entry WHERE decision_id = @decisionId AND decision_id <> '' ORDER BY sequence", new { decisionId }, ct);

    public Task<IReadOnlyList<JournalEntry>> Newest(EntryFilter filter, long? before, int count, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var decision = filter.DecisionId is null ? "" : "AND decision_id = @DecisionId AND decision_id <> ''";
        var kind = filter.Kind is null ? "" : "AND kind = @Kind";
        return Read(
            $"SELECT {Columns} FROM entry WHERE sequence < @before {decision} {kind} ORDER BY sequence DESC LIMIT @count",
            new { before = before ?? long.MaxValue, filter.DecisionId, filter.Kind, count },
            ct);
    }

    private async Task<IReadOnlyList<JournalEntry>> Read(string sql, object parameters, CancellationToken ct)
    {
        var connection = await session.Open(ct);
        return (await connection.QueryAsync<JournalEntry>(
            new CommandDefinition(sql, parameters, session.Transaction, cancellationToken: ct))).AsList();
    }
}
