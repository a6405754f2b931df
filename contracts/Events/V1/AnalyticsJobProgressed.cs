namespace Superintel.Contracts.Events.V1;

/// <summary>A research job was queued, began, got further, or ended. For watching only: the journal does not record it.</summary>
/// <param name="JobId">The job, as under /api/analytics/jobs.</param>
/// <param name="Method">screen, pair-backtest or lookahead-check.</param>
/// <param name="Status">queued, running, succeeded, failed, cancelled or interrupted.</param>
/// <param name="Progress">Share done, 0 to 1.</param>
/// <param name="By">Who asked for it.</param>
/// <param name="Code">Why it failed; null otherwise.</param>
/// <param name="Detail">The same in a sentence; null otherwise.</param>
/// <param name="Version">Counts what was told of this job.</param>
/// <param name="OccurredAt">By the wall clock, in a replay too.</param>
public sealed record AnalyticsJobProgressed(
    string JobId,
    string Method,
    string Status,
    double Progress,
    string By,
    string? Code,
    string? Detail,
    long Version,
    DateTimeOffset OccurredAt) : IEvent
{
    public string EventId => $"analytics-job-progressed/{JobId}/{Version}";
}
