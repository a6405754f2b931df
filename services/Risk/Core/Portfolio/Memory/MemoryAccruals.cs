using Superintel.Risk.Portfolio.Accruals;
using Superintel.Risk.Portfolio.Ports;

namespace Superintel.Risk.Portfolio.Memory;

public sealed class MemoryAccruals : IAccruals
{
    private readonly HashSet<(PositionKey, AccrualKind, string)> keys = [];
    private readonly List<Accrual> accruals = [];

    public ValueTask<bool> TryAppend(Accrual accrual, CancellationToken ct)
    {
        var added = keys.Add((accrual.Key, accrual.Kind, accrual.Cause));
        if (added) accruals.Add(accrual);
        return new(added);
    }

    public IAsyncEnumerable<Accrual> All(CancellationToken ct) => accruals.ToAsyncEnumerable();
}
