using Superintel.Execution.Execution.Ports;
using Superintel.Execution.Execution.Strategies;
using Superintel.Kernel;

namespace Superintel.Execution.Execution.Memory;

public sealed class MemoryLegPlans : ILegPlans
{
    private static readonly IReadOnlyList<LegPlan> None = [];
    private readonly SortedDictionary<string, SortedDictionary<int, LegPlan>> all = new(StringComparer.Ordinal);
    private readonly SortedSet<(string Clearance, int Leg)> open = new(
        Comparer<(string Clearance, int Leg)>.Create((a, b) => string.CompareOrdinal(a.Clearance, b.Clearance) is not 0 and var order
            ? order
            : a.Leg.CompareTo(b.Leg)));

    public ValueTask<IReadOnlyList<LegPlan>> Of(ClearanceId clearance, CancellationToken ct) =>
        new(all.TryGetValue(clearance.Value, out var legs) ? [.. legs.Values] : None);

    public ValueTask<IReadOnlyList<LegPlan>> Open(CancellationToken ct) =>
        new(open.Count == 0 ? None : [.. open.Select(key => all[key.Clearance][key.Leg])]);

    public ValueTask Save(LegPlan plan, CancellationToken ct)
    {
        var clearance = plan.ClearanceId.Value;
        if (!all.TryGetValue(clearance, out var legs)) all[clearance] = legs = [];
        legs[plan.Leg] = plan;
        if (plan.Ended) open.Remove((clearance, plan.Leg));
        else open.Add((clearance, plan.Leg));
        return ValueTask.CompletedTask;
    }
}
