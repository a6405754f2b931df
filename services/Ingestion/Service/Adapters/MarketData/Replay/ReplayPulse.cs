namespace Superintel.Ingestion.Service.Adapters.MarketData.Replay;

/// <summary>Wakes the replay when something it may wait for has happened.</summary>
internal sealed class ReplayPulse : IDisposable
{
    private readonly SemaphoreSlim beats = new(0, 1);
    private readonly Lock gate = new();

    /// <summary>Several beats before the replay looks are one.</summary>
    public void Beat()
    {
        lock (gate)
        {
            if (beats.CurrentCount == 0) beats.Release();
        }
    }

    /// <summary>Returns at the next beat or after the time, whichever is first.</summary>
    public Task Wait(TimeSpan atMost, CancellationToken ct) => beats.WaitAsync(atMost, ct);

    public void Dispose() => beats.Dispose();
}
