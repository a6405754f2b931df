using Superintel.Execution.Execution.Orders;
using Superintel.Execution.Execution.Ports;
using Superintel.Kernel;

namespace Superintel.Execution.Execution.Memory;

public sealed class MemoryOrderBook : IOrderBook
{
    private readonly Dictionary<string, int> places = new(StringComparer.Ordinal);
    private readonly List<Order> orders = [];
    private readonly SortedSet<int> open = [];
    private readonly Dictionary<string, List<int>> byClearance = new(StringComparer.Ordinal);

    public ValueTask<Order?> Find(ClientOrderId id, CancellationToken ct) =>
        new(places.TryGetValue(id.Value, out var place) ? orders[place] : null);

    public ValueTask Save(Order order, CancellationToken ct)
    {
        if (!places.TryGetValue(order.Intent.ClientOrderId.Value, out var place))
        {
            places[order.Intent.ClientOrderId.Value] = place = orders.Count;
            orders.Add(order);
            var clearance = order.Intent.ClearanceId.Value;
            if (!byClearance.TryGetValue(clearance, out var ofClearance)) byClearance[clearance] = ofClearance = [];
            ofClearance.Add(place);
        }
        orders[place] = order;
        if (order.State.IsOver()) open.Remove(place);
        else open.Add(place);
        return ValueTask.CompletedTask;
    }

    public ValueTask<IReadOnlyList<Order>> Of(ClearanceId clearance, CancellationToken ct) => new(
    [
        .. byClearance.GetValueOrDefault(clearance.Value, []).Select(place => orders[place])
            .OrderBy(order => order.Intent.Leg).ThenBy(order => order.Intent.Attempt),
    ]);

    public ValueTask<IReadOnlyList<Order>> In(IReadOnlyCollection<OrderState> states, CancellationToken ct)
    {
        var candidates = states.Any(state => state.IsOver()) ? orders : open.Select(place => orders[place]);
        return new([.. candidates.Where(order => states.Contains(order.State))]);
    }

    public ValueTask<IReadOnlyList<ListedOrder>> List(OrderQuery query, CancellationToken ct) => new(
    [
        .. orders.Select((order, place) => new ListedOrder(place + 1, order)).Reverse()
            .Where(listed => query.Before is not { } before || listed.Sequence < before)
            .Where(listed => query.State is not { } state || listed.Order.State == state)
            .Where(listed => query.DecisionId is not { } decision || listed.Order.Intent.DecisionId == decision)
            .Take(query.Limit),
    ]);
}
