using Dapper;
using Superintel.ServiceDefaults.Storage;

namespace Superintel.Prediction.Service.Adapters.Research.Jobs;

/// <summary>Jobs in PostgreSQL. Every change counts the version up and returns the job as it is then.</summary>
internal sealed class JobStore(DbSession session)
{
    private const string Full = """
        SELECT pg_advisory_xact_lock(hashtext(current_schema() || '.analytics_job'));
        SELECT count(*) >= @most FROM analytics_job WHERE status = 'queued';
        """;

    private const string Insert = """
        INSERT INTO analytics_job (job_id, method, status, asked_by, created_at, request, series)
        VALUES (@JobId, @Method, 'queued', @AskedBy, @CreatedAt, @Request, @series)
        """;

    private const string Prune = """
        DELETE FROM analytics_job WHERE ended_at IS NOT NULL AND job_id NOT IN (
            SELECT job_id FROM analytics_job ORDER BY created_at DESC, job_id DESC LIMIT @kept)
        """;

    /// <summary>Adds a queued job; false when too many wait already.</summary>
    /// <param name="series">Series of the request's own as JSON, or null.</param>
    public async Task<bool> Add(Job job, string? series, int most, CancellationToken ct)
    {
        var connection = await session.Open(ct);
        await using var answers = await connection.QueryMultipleAsync(Command(Full, new { most }, ct));
        await answers.ReadAsync();
        if (await answers.ReadSingleAsync<bool>()) return false;
        await answers.DisposeAsync();
        await connection.ExecuteAsync(Command(
            Insert, new { job.JobId, job.Method, job.AskedBy, job.CreatedAt, job.Request, series }, ct));
        return true;
    }

    /// <summary>The oldest queued job, now running, with the series it brought; null when none waits.</summary>
    public async Task<(Job Job, string? Series)?> Take(DateTimeOffset at, CancellationToken ct)
    {
        var taken = await Change(
            "status = 'running', started_at = @at",
            "job_id = (SELECT job_id FROM analytics_job WHERE status = 'queued' ORDER BY created_at, job_id LIMIT 1)",
            new { at },
            ct);
        if (taken is not { } job) return null;
        var connection = await session.Open(ct);
        return (job, await connection.ExecuteScalarAsync<string?>(
            Command("SELECT series FROM analytics_job WHERE job_id = @JobId", new { job.JobId }, ct)));
    }

    /// <summary>Notes how far a running job is; null when it is not running any more.</summary>
    public Task<Job?> Advance(string jobId, double progress, CancellationToken ct) => Change(
        "progress = greatest(progress, @progress)", "job_id = @jobId AND status = 'running'", new { jobId, progress }, ct);

    public async Task<bool> CancelRequested(string jobId, CancellationToken ct)
    {
        var connection = await session.Open(ct);
        return await connection.ExecuteScalarAsync<bool>(
            Command("SELECT cancel_requested FROM analytics_job WHERE job_id = @jobId", new { jobId }, ct));
    }

    /// <summary>Ends a running job; what it brought is forgotten.</summary>
    public Task<Job?> End(string jobId, JobEnd end, DateTimeOffset at, CancellationToken ct) => Change(
        """
        status = @status, ended_at = @at, code = @Code, detail = @Detail, result = @Result, series = NULL,
        progress = CASE WHEN @status = 'succeeded' THEN 1 ELSE progress END
        """,
        "job_id = @jobId AND status = 'running'",
        new { jobId, at, status = Text(end.Status), end.Code, end.Detail, end.Result },
        ct);

    /// <summary>Cancels a queued job at once and asks a running one to stop; null when it has ended or never was.</summary>
    public Task<Job?> Cancel(string jobId, DateTimeOffset at, CancellationToken ct) => Change(
        """
        cancel_requested = true, status = CASE status WHEN 'queued' THEN 'cancelled' ELSE status END,
        ended_at = CASE status WHEN 'queued' THEN @at END, series = CASE status WHEN 'queued' THEN NULL ELSE series END
        """,
        "job_id = @jobId AND status IN ('queued', 'running')",
        new { jobId, at },
        ct);

    /// <summary>Ends a job that was running when the service stopped; null when there is none left.</summary>
    public Task<Job?> Interrupt(DateTimeOffset at, CancellationToken ct) => Change(
        """
        status = 'interrupted', ended_at = @at, series = NULL, code = 'interrupted',
        detail = 'The service stopped while it was running; ask again.'
        """,
        "job_id = (SELECT job_id FROM analytics_job WHERE status = 'running' ORDER BY job_id LIMIT 1)",
        new { at },
        ct);

    public async Task Forget(int kept, CancellationToken ct)
    {
        var connection = await session.Open(ct);
        await connection.ExecuteAsync(Command(Prune, new { kept }, ct));
    }

    private async Task<Job?> Change(string set, string which, object parameters, CancellationToken ct)
    {
        var connection = await session.Open(ct);
        var row = await connection.QuerySingleOrDefaultAsync<JobRow>(Command(
            $"UPDATE analytics_job SET {set}, version = version + 1 WHERE {which} RETURNING {JobRow.Columns}", parameters, ct));
        return row?.ToJob();
    }

    private CommandDefinition Command(string sql, object parameters, CancellationToken ct) =>
        new(sql, parameters, session.Transaction, cancellationToken: ct);

    private static string Text(JobStatus status) => status.ToString().ToLowerInvariant();
}
