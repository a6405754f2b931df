using Superintel.Kernel;
using Superintel.Prediction.Signals.Ports;

namespace Superintel.Prediction.Signals.Memory;

/// <summary>Refused closes in memory.</summary>
public sealed class MemoryRefusedExits : IRefusedExits
{
    private readonly SortedDictionary<PairId, RefusedExit> exits = [];

    public ValueTask<IReadOnlyList<RefusedExit>> Waiting(BarInterval interval, CancellationToken ct) =>
        ValueTask.FromResult<IReadOnlyList<RefusedExit>>([.. exits.Values.Where(exit => exit.Interval == interval)]);

    public ValueTask Save(RefusedExit exit, CancellationToken ct)
    {
        exits[exit.Pair] = exit;
        return ValueTask.CompletedTask;
    }

    public ValueTask Remove(PairId pair, CancellationToken ct)
    {
        exits.Remove(pair);
        return ValueTask.CompletedTask;
    }
}
