namespace Superintel.Execution.Tests.Trading.Binance.OverSocket;

/// <summary>A wire that takes nothing until it is told to.</summary>
internal sealed class HeldStream : MemoryStream
{
    private readonly TaskCompletionSource held = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int now;

    /// <summary>Writes that began.</summary>
    public int Begun { get; private set; }

    public int MostAtOnce { get; private set; }

    public void Go() => held.SetResult();

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Begun++;
        MostAtOnce = Math.Max(MostAtOnce, Interlocked.Increment(ref now));
        await held.Task;
        Interlocked.Decrement(ref now);
    }
}
