using Superintel.Execution.Trading;
using Superintel.Execution.Trading.Ports;
using Superintel.Kernel;

namespace Superintel.Execution.Tests.Fakes;

/// <summary>A venue that answers as it is told, and remembers what it was asked.</summary>
public sealed class ScriptedBroker : IBroker, ILeastQuantities, IDepartureBoard
{
    private readonly Dictionary<ClientOrderId, BrokerOrder> record = [];

    public List<OrderTicket> Submitted { get; } = [];

    public List<OrderReference> Canceled { get; } = [];

    public List<OrderReference> Asked { get; } = [];

    public Func<OrderTicket, SubmitOutcome> OnSubmit { get; set; } = ticket => new SubmitOutcome.Accepted("v-" + ticket.ClientOrderId);

    public Func<OrderReference, CancelOutcome> OnCancel { get; set; } = _ => new CancelOutcome.Canceled();

    /// <summary>Null: it knows what was told of an order, and nothing else.</summary>
    public Func<OrderReference, QueryOutcome>? OnQuery { get; set; }

    public List<BrokerEvent> ToTell { get; } = [];

    public bool Breaks { get; set; }

    /// <summary>Venues that know that nothing can leave for them now.</summary>
    public HashSet<string> Away { get; } = [];

    public BrokerSnapshot Book { get; set; } = new([], []);

    /// <summary>Zero: it cannot say.</summary>
    public decimal Least { get; set; }

    public string? Hindrance(string venue) => Away.Contains(venue) ? "away by plan" : null;

    public Task<SubmitOutcome> Submit(OrderTicket ticket, CancellationToken ct)
    {
        Submitted.Add(ticket);
        return Task.FromResult(OnSubmit(ticket));
    }

    public Task<CancelOutcome> Cancel(OrderReference order, CancellationToken ct)
    {
        Canceled.Add(order);
        var outcome = OnCancel(order);
        if (outcome is CancelOutcome.Canceled) Note(new BrokerEvent.Canceled(order.ClientOrderId, default, ""));
        return Task.FromResult(outcome);
    }

    public Task<QueryOutcome> Query(OrderReference order, CancellationToken ct)
    {
        Asked.Add(order);
        return Task.FromResult(OnQuery?.Invoke(order) ?? (record.TryGetValue(order.ClientOrderId, out var known)
            ? new QueryOutcome.Found(known)
            : new QueryOutcome.Unavailable("not scripted")));
    }

    public ValueTask<decimal> LeastOf(string venue, InstrumentId instrument, CancellationToken ct) => ValueTask.FromResult(Least);

    /// <summary>Why it cannot be asked for its book; null: it can.</summary>
    public string? Silence { get; set; }

    public Task<BrokerSnapshot> Snapshot(CancellationToken ct) => Silence is { } why
        ? Task.FromException<BrokerSnapshot>(new BrokerUnavailableException(why))
        : Task.FromResult(Book);

    public async IAsyncEnumerable<BrokerEvent> Events([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        await Task.Yield();
        foreach (var happened in ToTell) yield return happened;
        if (Breaks) throw new BrokerUnavailableException("socket closed");
    }

    /// <summary>What was told of an order is in its record.</summary>
    public void Note(BrokerEvent told)
    {
        if (Submitted.FirstOrDefault(one => one.ClientOrderId == told.ClientOrderId) is not { } ticket) return;
        var before = record.GetValueOrDefault(told.ClientOrderId) ?? new BrokerOrder(
            ticket.Venue, ticket.Account, ticket.ClientOrderId, "v-" + ticket.ClientOrderId, ticket.Instrument, ticket.Side,
            ticket.Quantity, BrokerOrderStatus.Working, "", []);
        record[told.ClientOrderId] = told switch
        {
            BrokerEvent.Filled fill => Traded(before, fill),
            BrokerEvent.Canceled => before with { Status = BrokerOrderStatus.Canceled },
            BrokerEvent.Rejected => before with { Status = BrokerOrderStatus.Rejected },
            BrokerEvent.Expired => before with { Status = BrokerOrderStatus.Expired },
            _ => before,
        };
    }

    private static BrokerOrder Traded(BrokerOrder before, BrokerEvent.Filled fill)
    {
        BrokerEvent.Filled[] fills = [.. before.Fills.Where(one => one.ExecutionId != fill.ExecutionId), fill];
        var isWhole = fills.Sum(one => one.Quantity.Value) >= before.Quantity.Value;
        return before with { Fills = fills, Status = isWhole ? BrokerOrderStatus.Filled : before.Status };
    }
}
