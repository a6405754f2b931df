namespace Superintel.Prediction.Service.Adapters.Research.Jobs;

/// <summary>A row of the table analytics_job.</summary>
internal sealed record JobRow(
    string JobId,
    string Method,
    string Status,
    double Progress,
    string AskedBy,
    DateTimeOffset CreatedAt,
    DateTimeOffset? StartedAt,
    DateTimeOffset? EndedAt,
    string? Code,
    string? Detail,
    string Request,
    long Version)
{
    public const string Columns = """
        job_id AS "JobId", method AS "Method", status AS "Status", progress AS "Progress", asked_by AS "AskedBy",
        created_at AS "CreatedAt", started_at AS "StartedAt", ended_at AS "EndedAt", code AS "Code", detail AS "Detail",
        request AS "Request", version AS "Version"
        """;

    public Job ToJob() => new(
        JobId, Method, Enum.Parse<JobStatus>(Status, ignoreCase: true), Progress, AskedBy, CreatedAt, StartedAt, EndedAt, Code, Detail,
        Request, Version);
}
