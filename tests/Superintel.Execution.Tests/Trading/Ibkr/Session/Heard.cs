using System.Collections.Concurrent;
using Superintel.Venue.Ibkr.Messages.Answers;
using Superintel.Venue.Ibkr.Session;

namespace Superintel.Execution.Tests.Trading.Ibkr.Session;

/// <summary>Keeps all that a session told of orders.</summary>
internal sealed class Heard : IOrderListener
{
    public ConcurrentQueue<OpenOrder> Orders { get; } = new();

    public ConcurrentQueue<OrderStatus> Statuses { get; } = new();

    public ConcurrentQueue<PricedExecution> Executions { get; } = new();

    public ConcurrentQueue<(int OrderId, int Code)> Refusals { get; } = new();

    public ConcurrentQueue<(ConnectionState State, bool DataLost)> Connections { get; } = new();

    public ConcurrentQueue<(int Kind, string Code)> Unread { get; } = new();

    public ConcurrentQueue<int> Farms { get; } = new();

    void IOrderListener.Heard(OpenOrder order) => Orders.Enqueue(order);

    void IOrderListener.Heard(OrderStatus status) => Statuses.Enqueue(status);

    void IOrderListener.Heard(PricedExecution execution) => Executions.Enqueue(execution);

    public void Refused(int orderId, int code, string text) => Refusals.Enqueue((orderId, code));

    public void Connection(ConnectionState state, bool dataLost) => Connections.Enqueue((state, dataLost));

    public void Unreadable(int kind, string code) => Unread.Enqueue((kind, code));

    public void Farm(int code, string text) => Farms.Enqueue(code);

    public bool Has(int orderId, string status) => Statuses.Any(s => s.OrderId == orderId && s.Status == status);
}
