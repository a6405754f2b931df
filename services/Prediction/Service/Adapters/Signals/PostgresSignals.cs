using Dapper;
using Superintel.Contracts.Events.V1;
using Superintel.Kernel;
using Superintel.Prediction.Signals;
using Superintel.Prediction.Signals.Ports;
using Superintel.ServiceDefaults.Messaging;
using Superintel.ServiceDefaults.Storage;

namespace Superintel.Prediction.Service.Adapters.Signals;

/// <summary>Signals in PostgreSQL, in the form in which they were published.</summary>
internal sealed class PostgresSignals(DbSession session) : ISignals
{
    private const string Insert = """
        INSERT INTO signal (decision_id, pair_id, occurred_at, body) VALUES (@decision, @pair, @at, @body::jsonb)
        ON CONFLICT DO NOTHING
        """;

    private const string Newest = """
        SELECT body::text FROM signal
        WHERE (@pair::text IS NULL OR pair_id = @pair)
          AND (@at::timestamptz IS NULL OR occurred_at < @at OR (occurred_at = @at AND decision_id COLLATE "C" > @decision))
        ORDER BY occurred_at DESC, decision_id COLLATE "C" LIMIT @limit
        """;

    public async ValueTask Append(SignalGenerated signal, CancellationToken ct)
    {
        var connection = await session.Open(ct);
        var parameters = new
        {
            decision = signal.DecisionId,
            pair = signal.PairId,
            at = signal.OccurredAt,
            body = EventJson.Write(signal),
        };
        await connection.ExecuteAsync(new CommandDefinition(Insert, parameters, session.Transaction, cancellationToken: ct));
    }

    public async ValueTask<SignalGenerated?> Find(DecisionId decision, CancellationToken ct)
    {
        var connection = await session.Open(ct);
        var body = await connection.ExecuteScalarAsync<string?>(new CommandDefinition(
            "SELECT body::text FROM signal WHERE decision_id = @decision",
            new { decision = decision.Value },
            session.Transaction,
            cancellationToken: ct));
        return body is null ? null : Read(body);
    }

    public async ValueTask<IReadOnlyList<SignalGenerated>> Latest(PairId? pair, SignalPosition? after, int limit, CancellationToken ct)
    {
        var connection = await session.Open(ct);
        var parameters = new { pair = pair?.ToString(), at = after?.OccurredAt, decision = after?.DecisionId, limit };
        var bodies = await connection.QueryAsync<string>(
            new CommandDefinition(Newest, parameters, session.Transaction, cancellationToken: ct));
        return [.. bodies.Select(Read)];
    }

    private static SignalGenerated Read(string body) => (SignalGenerated)EventJson.Read(nameof(SignalGenerated), body);
}
