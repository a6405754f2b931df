namespace Superintel.Prediction.Service.Adapters.Research.Jobs;

/// <summary>Where a job stands; the last four are ends.</summary>
public enum JobStatus
{
    Queued,
    Running,
    Succeeded,
    Failed,
    Cancelled,
    Interrupted,
}
