using Superintel.Execution.Execution.External;
using Superintel.Execution.Execution.Ports;
using Superintel.Kernel;

namespace Superintel.Execution.Execution.Memory;

public sealed class MemoryExternalOrders : IExternalOrders
{
    private readonly SortedDictionary<string, ListedExternalOrder> all = new(StringComparer.Ordinal);

    public ValueTask<ExternalOrder?> Find(ClientOrderId id, CancellationToken ct) => new(all.GetValueOrDefault(id.Value)?.Order);

    public ValueTask<IReadOnlyList<ExternalOrder>> Working(CancellationToken ct) => new(
        [.. all.Values.Select(listed => listed.Order).Where(order => order.Status == ExternalStatus.Working)]);

    public ValueTask<IReadOnlyList<ListedExternalOrder>> List(ExternalOrderQuery query, CancellationToken ct) => new(
    [
        .. all.Values.OrderByDescending(listed => listed.Sequence)
            .Where(listed => query.Before is not { } before || listed.Sequence < before)
            .Where(listed => query.State is not { } state || listed.Order.State == state)
            .Take(query.Limit),
    ]);

    public ValueTask Save(ExternalOrder order, CancellationToken ct)
    {
        var sequence = all.GetValueOrDefault(order.Id.Value)?.Sequence ?? all.Count + 1;
        all[order.Id.Value] = new ListedExternalOrder(sequence, order);
        return ValueTask.CompletedTask;
    }
}
