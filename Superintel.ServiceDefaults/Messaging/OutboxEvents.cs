using System.Diagnostics;
using Npgsql;
using NpgsqlTypes;
using Superintel.Contracts.Events;
using Superintel.ServiceDefaults.Clock;
using Superintel.ServiceDefaults.Storage;

namespace Superintel.ServiceDefaults.Messaging;

/// <summary>Collects a transaction's events and writes them with its commit, in order.</summary>
internal sealed class OutboxEvents(DbSession session, FleetClock clock, ServiceIdentity identity) : IEvents
{
    private const string Write = """
        WITH told AS (
            SELECT * FROM unnest($1, $2, $3, $4, $5) WITH ORDINALITY AS t (event_id, type, payload, decision_id, traceparent, position)),
        traced AS (
            INSERT INTO decision_trace (decision_id, traceparent)
            SELECT DISTINCT ON (decision_id) decision_id, traceparent FROM told
            WHERE decision_id <> '' AND traceparent IS NOT NULL ORDER BY decision_id, position
            ON CONFLICT DO NOTHING)
        INSERT INTO outbox (event_id, type, payload, traceparent)
        SELECT t.event_id, t.type, t.payload, coalesce(d.traceparent, t.traceparent)
        FROM told t LEFT JOIN decision_trace d USING (decision_id) ORDER BY t.position
        """;

    private readonly List<OutgoingEvent> told = [];

    public async ValueTask Publish(IEvent happened, CancellationToken ct)
    {
        if (told.Count == 0) session.BeforeCommit(Flush);
        var decision = (happened as IDecisionEvent)?.DecisionId ?? string.Empty;
        told.Add(new OutgoingEvent(happened.EventId, happened.GetType().Name, EventJson.Write(happened), decision, Activity.Current?.Id));
        await StoredClock.Follow(clock, happened, session, ct);
    }

    private async Task Flush(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var batch = new NpgsqlBatch(connection);
        var insert = new NpgsqlBatchCommand(Write);
        AddTexts(insert, told.Select(one => one.EventId));
        AddTexts(insert, told.Select(one => one.Type));
        AddTexts(insert, told.Select(one => one.Payload));
        AddTexts(insert, told.Select(one => one.DecisionId));
        AddTexts(insert, told.Select(one => one.TraceParent));
        batch.BatchCommands.Add(insert);
        var wake = new NpgsqlBatchCommand("SELECT pg_notify($1, '')");
        wake.Parameters.Add(new NpgsqlParameter { Value = OutboxChannel.Of(identity) });
        batch.BatchCommands.Add(wake);
        await batch.ExecuteNonQueryAsync(ct);
        told.Clear();
    }

    private static void AddTexts(NpgsqlBatchCommand command, IEnumerable<string?> values) =>
        command.Parameters.Add(ArrayParameter.Of(values, NpgsqlDbType.Text));
}
