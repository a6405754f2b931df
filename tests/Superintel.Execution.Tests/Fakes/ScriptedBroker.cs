using Superintel.Execution.Trading;
using Superintel.Execution.Trading.Ports;

namespace Superintel.Execution.Tests.Fakes;

/// <summary>A venue that answers as it is told, and remembers what it was asked.</summary>
public sealed class ScriptedBroker : IBroker
{
    public List<OrderTicket> Submitted { get; } = [];

    public List<OrderReference> Canceled { get; } = [];

    public List<OrderReference> Asked { get; } = [];

    public Func<OrderTicket, SubmitOutcome> OnSubmit { get; set; } = ticket => new SubmitOutcome.Accepted("v-" + ticket.ClientOrderId);

    public Func<OrderReference, CancelOutcome> OnCancel { get; set; } = _ => new CancelOutcome.Canceled();

    public Func<OrderReference, QueryOutcome> OnQuery { get; set; } = _ => new QueryOutcome.Unavailable("not scripted");

    public List<BrokerEvent> ToTell { get; } = [];

    public bool Breaks { get; set; }

    public BrokerSnapshot Book { get; set; } = new([], []);

    public Task<SubmitOutcome> Submit(OrderTicket ticket, CancellationToken ct)
    {
        Submitted.Add(ticket);
        return Task.FromResult(OnSubmit(ticket));
    }

    public Task<CancelOutcome> Cancel(OrderReference order, CancellationToken ct)
    {
        Canceled.Add(order);
        return Task.FromResult(OnCancel(order));
    }

    public Task<QueryOutcome> Query(OrderReference order, CancellationToken ct)
    {
        Asked.Add(order);
        return Task.FromResult(OnQuery(order));
    }

    public Task<BrokerSnapshot> Snapshot(CancellationToken ct) => Task.FromResult(Book);

    public async IAsyncEnumerable<BrokerEvent> Events([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        await Task.Yield();
        foreach (var happened in ToTell) yield return happened;
        if (Breaks) throw new BrokerUnavailableException("socket closed");
    }
}
