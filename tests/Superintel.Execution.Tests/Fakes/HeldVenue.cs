using System.Collections.Concurrent;
using System.Threading.Channels;
using Superintel.Execution.Trading;
using Superintel.Execution.Trading.Ports;
using Superintel.Kernel;

namespace Superintel.Execution.Tests.Fakes;

/// <summary>A venue on the wire whose answers a test can hold back. Of an order it knows what it was sent, and what was canceled.</summary>
public sealed class HeldVenue : IBroker
{
    private readonly ConcurrentDictionary<ClientOrderId, BrokerOrder> record = new();
    private readonly Channel<BrokerEvent> told = Channel.CreateUnbounded<BrokerEvent>();
    private readonly ConcurrentQueue<OrderTicket> submitted = new();
    private readonly ConcurrentQueue<OrderReference> canceled = new();
    private int reading;

    public IReadOnlyList<OrderTicket> Submitted => [.. submitted];

    public IReadOnlyList<OrderReference> Canceled => [.. canceled];

    /// <summary>Questions that wait for their answers just now.</summary>
    public int Reading => Volatile.Read(ref reading);

    public Func<CancellationToken, Task> BeforeAnswer { get; set; } = _ => Task.CompletedTask;

    public Func<CancellationToken, Task> BeforeSubmit { get; set; } = _ => Task.CompletedTask;

    public Func<CancellationToken, Task> BeforeCancel { get; set; } = _ => Task.CompletedTask;

    public static Task Never(CancellationToken ct) => Task.Delay(Timeout.InfiniteTimeSpan, ct);

    public void Tell(BrokerEvent happened) => told.Writer.TryWrite(happened);

    public async Task<SubmitOutcome> Submit(OrderTicket ticket, CancellationToken ct)
    {
        submitted.Enqueue(ticket);
        await BeforeSubmit(ct);
        record[ticket.ClientOrderId] = new BrokerOrder(
            ticket.Venue, ticket.Account, ticket.ClientOrderId, "v-" + ticket.ClientOrderId, ticket.Instrument, ticket.Side,
            ticket.Quantity, BrokerOrderStatus.Working, "", []);
        return new SubmitOutcome.Accepted("v-" + ticket.ClientOrderId);
    }

    public async Task<CancelOutcome> Cancel(OrderReference order, CancellationToken ct)
    {
        await BeforeCancel(ct);
        canceled.Enqueue(order);
        if (!record.TryGetValue(order.ClientOrderId, out var known)) return new CancelOutcome.Refused("It is not known here.");
        record[order.ClientOrderId] = known with { Status = BrokerOrderStatus.Canceled };
        return new CancelOutcome.Canceled();
    }

    public Task<QueryOutcome> Query(OrderReference order, CancellationToken ct) => Answer<QueryOutcome>(
        () => record.TryGetValue(order.ClientOrderId, out var known)
            ? new QueryOutcome.Found(known)
            : new QueryOutcome.NotPlaced("It never came here."),
        ct);

    public Task<BrokerSnapshot> Snapshot(CancellationToken ct) => Answer(
        () => new BrokerSnapshot([.. record.Values.Where(order => order.Status == BrokerOrderStatus.Working)], []), ct);

    public IAsyncEnumerable<BrokerEvent> Events(CancellationToken ct) => told.Reader.ReadAllAsync(ct);

    private async Task<T> Answer<T>(Func<T> answer, CancellationToken ct)
    {
        Interlocked.Increment(ref reading);
        try
        {
            await BeforeAnswer(ct);
            return answer();
        }
        finally
        {
            Interlocked.Decrement(ref reading);
        }
    }
}
