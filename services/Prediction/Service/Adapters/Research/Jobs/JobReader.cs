using Dapper;
using Superintel.ServiceDefaults.Storage;

namespace Superintel.Prediction.Service.Adapters.Research.Jobs;

/// <summary>What is asked about jobs.</summary>
internal sealed class JobReader(DbSession session)
{
    /// <summary>Newest first.</summary>
    /// <param name="after">The last job of the page before, or null.</param>
    public async Task<IReadOnlyList<Job>> Latest((DateTimeOffset CreatedAt, string JobId)? after, int most, CancellationToken ct)
    {
        var connection = await session.Open(ct);
        var rows = await connection.QueryAsync<JobRow>(Command(
            $"""
            SELECT {JobRow.Columns} FROM analytics_job
            WHERE @at::timestamptz IS NULL OR (created_at, job_id) < (@at, @id) ORDER BY created_at DESC, job_id DESC LIMIT @most
            """,
            new { at = after?.CreatedAt, id = after?.JobId, most },
            ct));
        return [.. rows.Select(row => row.ToJob())];
    }

    public async Task<Job?> Find(string jobId, CancellationToken ct)
    {
        var connection = await session.Open(ct);
        var row = await connection.QuerySingleOrDefaultAsync<JobRow>(
            Command($"SELECT {JobRow.Columns} FROM analytics_job WHERE job_id = @jobId", new { jobId }, ct));
        return row?.ToJob();
    }

    /// <summary>The result of a job that succeeded as the text of a JSON object; null otherwise.</summary>
    public async Task<string?> Result(string jobId, CancellationToken ct)
    {
        var connection = await session.Open(ct);
        return await connection.ExecuteScalarAsync<string?>(
            Command("SELECT result FROM analytics_job WHERE job_id = @jobId", new { jobId }, ct));
    }

    private CommandDefinition Command(string sql, object parameters, CancellationToken ct) =>
        new(sql, parameters, session.Transaction, cancellationToken: ct);
}
