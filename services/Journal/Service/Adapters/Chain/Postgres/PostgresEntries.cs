using System.Runtime.CompilerServices;
using Dapper;
using Superintel.Journal.Chain;
using Superintel.Journal.Chain.Ports;
using Superintel.ServiceDefaults.Messaging;
using Superintel.ServiceDefaults.Storage;

namespace Superintel.Journal.Service.Adapters.Chain.Postgres;

/// <summary>
/// The chain in PostgreSQL. What is appended in a transaction is written with its commit, or when it is read before: the head's row lock
/// keeps every other appender away meanwhile.
/// </summary>
public sealed class PostgresEntries(DbSession session, DeliveryGroup group) : IEntries
{
    private const int BatchSize = 5_000;

    private const string Columns =
        "sequence, kind, event_id, decision_id, occurred_at, recorded_at, payload, trace_id, previous_hash, hash";

    private readonly HashSet<string> recorded = new(StringComparer.Ordinal);
    private readonly HashSet<string> asked = new(StringComparer.Ordinal);
    private readonly EntryWriter writer = new(session);
    private ChainHead? head;

    public async Task<ChainHead> Head(CancellationToken ct)
    {
        if (head is not null) return head;
        var connection = await session.Open(ct);
        // Two statements in one round trip: the second sees what an appender before us committed while the first waited for its lock.
        await using var read = await connection.QueryMultipleAsync(new CommandDefinition(
            "SELECT sequence, hash FROM head FOR UPDATE; SELECT event_id FROM entry WHERE event_id = ANY(@eventIds)",
            new { eventIds = group.Events.Select(happened => happened.EventId).ToArray() }, session.Transaction, cancellationToken: ct));
        head = await read.ReadSingleAsync<ChainHead>();
        recorded.UnionWith(await read.ReadAsync<string>());
        asked.UnionWith(group.Events.Select(happened => happened.EventId));
        return head;
    }

    public async Task<bool> Append(JournalEntry entry, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(entry);
        await Head(ct);
        if (!asked.Contains(entry.EventId)) await Ask(entry.EventId, ct);
        if (!recorded.Add(entry.EventId)) return false;
        writer.Add(entry);
        head = new ChainHead(entry.Sequence, entry.Hash);
        return true;
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

    /// <summary>Whether the event is recorded already.</summary>
    private async Task Ask(string eventId, CancellationToken ct)
    {
        var connection = await session.Open(ct);
        recorded.UnionWith(await connection.QueryAsync<string>(new CommandDefinition(
            "SELECT event_id FROM entry WHERE event_id = @eventId", new { eventId }, session.Transaction, cancellationToken: ct)));
        asked.Add(eventId);
    }

    private async Task<IReadOnlyList<JournalEntry>> Read(string sql, object parameters, CancellationToken ct)
    {
        await writer.Write(ct);
        var connection = await session.Open(ct);
        return (await connection.QueryAsync<JournalEntry>(
            new CommandDefinition(sql, parameters, session.Transaction, cancellationToken: ct))).AsList();
    }
}
