using Dapper;
using Superintel.Execution.Execution.Ports;
using Superintel.Kernel;
using Superintel.ServiceDefaults.Storage;

namespace Superintel.Execution.Service.Adapters.Execution.Postgres;

internal sealed class PostgresClearances(DbSession session) : IClearances
{
    public async ValueTask<bool> Spend(ClearanceId clearance, DecisionId decision, DateTimeOffset at, CancellationToken ct)
    {
        var connection = await session.Open(ct);
        return await connection.ExecuteAsync(new CommandDefinition(
            "INSERT INTO clearance (clearance_id, decision_id, spent_at) VALUES (@id, @decision, @at) ON CONFLICT DO NOTHING",
            new { id = clearance.Value, decision = decision.Value, at },
            session.Transaction,
            cancellationToken: ct)) == 1;
    }
}
