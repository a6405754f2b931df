using Superintel.Execution.Execution.Pairs;
using Superintel.Execution.Execution.Ports;
using Superintel.Kernel;

namespace Superintel.Execution.Execution.Memory;

public sealed class MemoryPairOrders : IPairOrders
{
    private readonly SortedDictionary<string, PairOrder> all = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, PairOrder> open = new(StringComparer.Ordinal);

    public ValueTask<PairOrder?> Find(ClearanceId clearance, CancellationToken ct) => new(all.GetValueOrDefault(clearance.Value));

    public ValueTask<IReadOnlyList<PairOrder>> Open(CancellationToken ct) => new([.. open.Values]);

    public ValueTask Save(PairOrder pair, CancellationToken ct)
    {
        all[pair.ClearanceId.Value] = pair;
        if (pair.Status == PairStatus.Closed) open.Remove(pair.ClearanceId.Value);
        else open[pair.ClearanceId.Value] = pair;
        return ValueTask.CompletedTask;
    }
}
