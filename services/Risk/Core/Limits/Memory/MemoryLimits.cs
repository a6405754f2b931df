using Superintel.Risk.Limits.Ports;

namespace Superintel.Risk.Limits.Memory;

public sealed class MemoryLimits : ILimits
{
    private readonly SortedDictionary<string, RiskLimit> changed = new(StringComparer.Ordinal);

    public ValueTask<IReadOnlyList<RiskLimit>> Changed(CancellationToken ct) => new([.. changed.Values]);

    public ValueTask<bool> TrySave(RiskLimit limit, CancellationToken ct)
    {
        var stored = changed.GetValueOrDefault(limit.Name)?.Version ?? 0;
        if (limit.Version != stored + 1) return new(false);
        changed[limit.Name] = limit;
        return new(true);
    }
}
