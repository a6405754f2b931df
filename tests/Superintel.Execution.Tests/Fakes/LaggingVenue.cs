using Superintel.Execution.Execution.Orders;
using Superintel.Execution.Trading;
using Superintel.Execution.Trading.Ports;
using Superintel.Kernel;

namespace Superintel.Execution.Tests.Fakes;

/// <summary>A venue that executes first and tells later, or only when it is asked.</summary>
public sealed class LaggingVenue(TimeProvider clock) : IBroker
{
    private readonly Dictionary<ClientOrderId, BrokerOrder> record = [];
    private readonly List<BrokerEvent.Filled> executions = [];

    public List<OrderTicket> Submitted { get; } = [];

    public IReadOnlyList<BrokerEvent.Filled> Executions => executions;

    public IReadOnlyList<BrokerOrder> WorkingOrders => [.. record.Values.Where(order => order.Status == BrokerOrderStatus.Working)];

    public bool CanBeAsked { get; set; } = true;

    public Task<SubmitOutcome> Submit(OrderTicket ticket, CancellationToken ct)
    {
        Submitted.Add(ticket);
        record.Add(ticket.ClientOrderId, new BrokerOrder(
            ticket.Venue, ticket.Account, ticket.ClientOrderId, "v-" + ticket.ClientOrderId, ticket.Instrument, ticket.Side,
            ticket.Quantity, BrokerOrderStatus.Working, "", []));
        return Task.FromResult<SubmitOutcome>(new SubmitOutcome.Accepted("v-" + ticket.ClientOrderId));
    }

    public Task<CancelOutcome> Cancel(OrderReference order, CancellationToken ct)
    {
        var known = record[order.ClientOrderId];
        if (known.Status == BrokerOrderStatus.Filled)
            return Task.FromResult<CancelOutcome>(new CancelOutcome.Refused("It is filled."));
        record[order.ClientOrderId] = known with { Status = BrokerOrderStatus.Canceled };
        return Task.FromResult<CancelOutcome>(new CancelOutcome.Canceled());
    }

    public Task<QueryOutcome> Query(OrderReference order, CancellationToken ct) => Task.FromResult<QueryOutcome>(
        CanBeAsked ? new QueryOutcome.Found(record[order.ClientOrderId]) : new QueryOutcome.Unavailable("busy"));

    public Task<BrokerSnapshot> Snapshot(CancellationToken ct) => Task.FromResult(new BrokerSnapshot(WorkingOrders, []));

    public async IAsyncEnumerable<BrokerEvent> Events([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        await Task.CompletedTask;
        yield break;
    }

    /// <summary>Trades up to so many units of a working order, and keeps quiet about it.</summary>
    public void Execute(ClientOrderId id, decimal atMost)
    {
        var order = record[id];
        var quantity = Math.Min(atMost, order.Quantity.Value - order.Fills.Sum(fill => fill.Quantity.Value));
        if (order.Status != BrokerOrderStatus.Working || quantity <= 0m) return;
        var fill = new BrokerEvent.Filled(
            id, clock.GetUtcNow(), $"x{executions.Count}", new Quantity(quantity), 40m, Money.Zero(Currency.Usd));
        executions.Add(fill);
        var fills = order.Fills.Append(fill).ToArray();
        var isWhole = fills.Sum(one => one.Quantity.Value) == order.Quantity.Value;
        record[id] = order with { Fills = fills, Status = isWhole ? BrokerOrderStatus.Filled : order.Status };
    }

    /// <summary>What it traded of a leg, told or not, units.</summary>
    public decimal Traded(Side side) => executions.Where(fill => record[fill.ClientOrderId].Side == side).Sum(fill => fill.Quantity.Value);
}
