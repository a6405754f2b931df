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

    /// <summary>Null: it knows what it canceled, without fills, and nothing else.</summary>
    public Func<OrderReference, QueryOutcome>? OnQuery { get; set; }

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
        return Task.FromResult(OnQuery?.Invoke(order) ?? Known(order));
    }

    public Task<BrokerSnapshot> Snapshot(CancellationToken ct) => Task.FromResult(Book);

    public async IAsyncEnumerable<BrokerEvent> Events([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        await Task.Yield();
        foreach (var happened in ToTell) yield return happened;
        if (Breaks) throw new BrokerUnavailableException("socket closed");
    }

    private QueryOutcome Known(OrderReference order)
    {
        if (!Canceled.Any(one => one.ClientOrderId == order.ClientOrderId)) return new QueryOutcome.Unavailable("not scripted");
        var ticket = Submitted.First(one => one.ClientOrderId == order.ClientOrderId);
        return new QueryOutcome.Found(new BrokerOrder(
            ticket.Venue, ticket.Account, ticket.ClientOrderId, "v-" + ticket.ClientOrderId, ticket.Instrument, ticket.Side, ticket.Quantity,
            BrokerOrderStatus.Canceled, "", []));
    }
}
