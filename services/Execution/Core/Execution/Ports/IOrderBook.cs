using Superintel.Execution.Execution.Orders;
using Superintel.Kernel;

namespace Superintel.Execution.Execution.Ports;

/// <summary>Our orders, those that are over included.</summary>
public interface IOrderBook
{
    ValueTask<Order?> Find(ClientOrderId id, CancellationToken ct);

    /// <summary>Stores an order, new or moved.</summary>
    ValueTask Save(Order order, CancellationToken ct);

    /// <summary>All orders of one clearance by leg, then attempt.</summary>
    ValueTask<IReadOnlyList<Order>> Of(ClearanceId clearance, CancellationToken ct);

    /// <summary>Orders in one of these states, in order of creation.</summary>
    ValueTask<IReadOnlyList<Order>> In(IReadOnlyCollection<OrderState> states, CancellationToken ct);

    /// <summary>A page, newest first.</summary>
    ValueTask<IReadOnlyList<ListedOrder>> List(OrderQuery query, CancellationToken ct);
}
