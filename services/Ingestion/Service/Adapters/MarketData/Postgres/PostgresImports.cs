using System.Text.Json;
using Dapper;
using Superintel.Ingestion.MarketData.Import;
using Superintel.Ingestion.MarketData.Import.Ports;
using Superintel.ServiceDefaults.Storage;

namespace Superintel.Ingestion.Service.Adapters.MarketData.Postgres;

/// <summary>Imported files in PostgreSQL.</summary>
internal sealed class PostgresImports(DbSession session) : IImports
{
    public async ValueTask<ImportOutcome?> Find(string key, CancellationToken ct)
    {
        var connection = await session.Open(ct);
        var outcome = await connection.QuerySingleOrDefaultAsync<string?>(new CommandDefinition(
            "SELECT outcome::text FROM imported_file WHERE key = @key", new { key }, session.Transaction, cancellationToken: ct));
        return outcome is null ? null : JsonSerializer.Deserialize<ImportOutcome>(outcome);
    }

    public async ValueTask Save(string key, ImportOutcome outcome, CancellationToken ct)
    {
        var connection = await session.Open(ct);
        await connection.ExecuteAsync(new CommandDefinition(
            "INSERT INTO imported_file (key, outcome) VALUES (@key, @outcome::jsonb)",
            new { key, outcome = JsonSerializer.Serialize(outcome) },
            session.Transaction,
            cancellationToken: ct));
    }
}
