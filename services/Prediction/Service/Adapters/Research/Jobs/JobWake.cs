namespace Superintel.Prediction.Service.Adapters.Research.Jobs;

/// <summary>Tells the runner that a job waits.</summary>
internal sealed class JobWake : IDisposable
{
    private readonly SemaphoreSlim waiting = new(0);

    public void Up() => waiting.Release();

    /// <summary>Returns when a job was added, or after a while in which one may have been.</summary>
    public Task Wait(TimeSpan longest, CancellationToken ct) => waiting.WaitAsync(longest, ct);

    public void Dispose() => waiting.Dispose();
}
