using Npgsql;
using NpgsqlTypes;
using Superintel.Journal.Chain;
using Superintel.ServiceDefaults.Storage;

namespace Superintel.Journal.Service.Adapters.Chain.Postgres;

/// <summary>Writes a transaction's entries and the head they lead to in one go, at the latest with its commit.</summary>
internal sealed class EntryWriter(DbSession session)
{
    private const string Insert = """
        INSERT INTO entry (sequence, kind, event_id, decision_id, occurred_at, recorded_at, payload, trace_id, previous_hash, hash)
        SELECT * FROM unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
        """;

    private readonly List<JournalEntry> waiting = [];
    private bool isAnnounced;

    public void Add(JournalEntry entry)
    {
        waiting.Add(entry);
        if (isAnnounced) return;
        session.BeforeCommit((_, ct) => Write(ct));
        isAnnounced = true;
    }

    public async Task Write(CancellationToken ct)
    {
        if (waiting.Count == 0) return;
        await using var batch = new NpgsqlBatch(await session.Open(ct), session.Transaction);
        batch.BatchCommands.Add(Entries());
        var head = new NpgsqlBatchCommand("UPDATE head SET sequence = $1, hash = $2");
        head.Parameters.Add(new NpgsqlParameter { Value = waiting[^1].Sequence });
        head.Parameters.Add(new NpgsqlParameter { Value = waiting[^1].Hash });
        batch.BatchCommands.Add(head);
        await batch.ExecuteNonQueryAsync(ct);
        waiting.Clear();
    }

    private NpgsqlBatchCommand Entries()
    {
        var insert = new NpgsqlBatchCommand(Insert);
        Column(entry => entry.Sequence, NpgsqlDbType.Bigint);
        Column(entry => entry.Kind, NpgsqlDbType.Text);
        Column(entry => entry.EventId, NpgsqlDbType.Text);
        Column(entry => entry.DecisionId, NpgsqlDbType.Text);
        Column(entry => entry.OccurredAt, NpgsqlDbType.TimestampTz);
        Column(entry => entry.RecordedAt, NpgsqlDbType.TimestampTz);
        Column(entry => entry.Payload, NpgsqlDbType.Text);
        Column(entry => entry.TraceId, NpgsqlDbType.Text);
        Column(entry => entry.PreviousHash, NpgsqlDbType.Text);
        Column(entry => entry.Hash, NpgsqlDbType.Text);
        return insert;

        void Column<T>(Func<JournalEntry, T> value, NpgsqlDbType type) =>
            insert.Parameters.Add(ArrayParameter.Of(waiting.Select(value), type));
    }
}
