using Superintel.Execution.Trading;
using Superintel.Execution.Trading.Ports;

namespace Superintel.Execution.Tests.Fakes;

/// <summary>A venue that keeps everybody waiting, until it breaks.</summary>
public sealed class HangingBroker : IBroker
{
    private readonly TaskCompletionSource broken = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int asked;

    public int Asked => Volatile.Read(ref asked);

    public void Break() => broken.TrySetException(new BrokerUnavailableException("no answer"));

    public Task<SubmitOutcome> Submit(OrderTicket ticket, CancellationToken ct) => Hang<SubmitOutcome>(ct);

    public Task<CancelOutcome> Cancel(OrderReference order, CancellationToken ct) => Hang<CancelOutcome>(ct);

    public Task<QueryOutcome> Query(OrderReference order, CancellationToken ct)
    {
        Interlocked.Increment(ref asked);
        return Hang<QueryOutcome>(ct);
    }

    public Task<BrokerSnapshot> Snapshot(CancellationToken ct) => Hang<BrokerSnapshot>(ct);

    public async IAsyncEnumerable<BrokerEvent> Events([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        yield return await Hang<BrokerEvent>(ct);
    }

    private async Task<T> Hang<T>(CancellationToken ct)
    {
        await broken.Task.WaitAsync(ct);
        throw new InvalidOperationException("A broken venue answers nothing.");
    }
}
