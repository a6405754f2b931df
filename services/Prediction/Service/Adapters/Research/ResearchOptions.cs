namespace Superintel.Prediction.Service.Adapters.Research;

/// <summary>How much research the service does beside its work (configuration Research:*).</summary>
public sealed record ResearchOptions
{
    /// <summary>Statistics computed at the same time, default 2.</summary>
    public int Statistics { get; init; } = 2;

    /// <summary>How long a statistic may wait for its turn, and how long it may take, each; default 30 s.</summary>
    public TimeSpan StatisticTime { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a job may take, default one hour.</summary>
    public TimeSpan JobTime { get; init; } = TimeSpan.FromHours(1);

    /// <summary>Jobs that may wait, default 20.</summary>
    public int QueuedJobs { get; init; } = 20;

    /// <summary>Jobs kept, the newest ones, default 200.</summary>
    public int KeptJobs { get; init; } = 200;

    /// <summary>Time between two looks at a running job, and so between two messages about it; default 0.3 s.</summary>
    public TimeSpan ProgressInterval { get; init; } = TimeSpan.FromMilliseconds(300);

    /// <summary>Rows times series of one request, default 1,000,000.</summary>
    public int MostValues { get; init; } = 1_000_000;

    /// <summary>Characters of a result, default 32 Mi.</summary>
    public int LargestResult { get; init; } = 32 << 20;
}
