using Superintel.Execution.Trading.Paper.Ports;
using Superintel.Kernel;

namespace Superintel.Execution.Trading.Paper.Memory;

public sealed class MemoryPaperBook : IPaperBook
{
    private readonly SortedDictionary<string, PaperOrder> orders = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, PaperOrder> working = new(StringComparer.Ordinal);
    private readonly SortedDictionary<(string Account, InstrumentId Instrument), decimal> positions = [];

    public ValueTask<PaperOrder?> Find(ClientOrderId id, CancellationToken ct) => new(orders.GetValueOrDefault(id.Value));

    public ValueTask<IReadOnlyList<PaperOrder>> Working(CancellationToken ct) =>
        new([.. working.Values.OrderBy(order => order.AcceptedAt)]);

    public ValueTask Save(PaperOrder order, CancellationToken ct)
    {
        var id = order.Ticket.ClientOrderId.Value;
        var change = order.NetQuantity - (orders.GetValueOrDefault(id)?.NetQuantity ?? 0m);
        var key = (order.Ticket.Account, order.Ticket.Instrument);
        positions[key] = positions.GetValueOrDefault(key) + change;
        orders[id] = order;
        if (order.Status == BrokerOrderStatus.Working) working[id] = order;
        else working.Remove(id);
        return ValueTask.CompletedTask;
    }

    public ValueTask<IReadOnlyList<BrokerPosition>> Positions(CancellationToken ct) => new(
    [
        .. positions.Where(position => position.Value != 0m)
            .Select(position => new BrokerPosition(PaperBroker.VenueName, position.Key.Account, position.Key.Instrument, position.Value)),
    ]);
}
