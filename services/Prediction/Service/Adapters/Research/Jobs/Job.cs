namespace Superintel.Prediction.Service.Adapters.Research.Jobs;

/// <summary>A stored job without its series and its result.</summary>
/// <param name="Request">The request as JSON, its own series left out.</param>
/// <param name="Version">Counts what was told of it.</param>
internal sealed record Job(
    string JobId,
    string Method,
    JobStatus Status,
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
    public bool Ended => Status is not (JobStatus.Queued or JobStatus.Running);
}
