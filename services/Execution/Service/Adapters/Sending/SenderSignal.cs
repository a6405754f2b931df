namespace Superintel.Execution.Service.Adapters.Sending;

/// <summary>Wakes the sender. Given inside a transaction, it is acted on behind it: the sender waits at the same gate.</summary>
internal sealed class SenderSignal : IDisposable
{
    private readonly SemaphoreSlim wake = new(0);

    public void Give()
    {
        // A surplus permit only makes the sender look once in vain.
        if (wake.CurrentCount == 0) wake.Release();
    }

    public Task Next(TimeSpan atMost, CancellationToken ct) => wake.WaitAsync(atMost, ct);

    public void Dispose() => wake.Dispose();
}
