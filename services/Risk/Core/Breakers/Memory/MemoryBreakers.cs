using Superintel.Risk.Breakers.Ports;

namespace Superintel.Risk.Breakers.Memory;

public sealed class MemoryBreakers : IBreakers
{
    private readonly SortedDictionary<string, Breaker> breakers = new(StringComparer.Ordinal);
    private BreakerGauges gauges = BreakerGauges.Empty;

    public ValueTask<IReadOnlyList<Breaker>> All(CancellationToken ct) => new([.. breakers.Values]);

    public ValueTask<bool> TrySave(Breaker breaker, CancellationToken ct)
    {
        if ((breakers.GetValueOrDefault(breaker.Name)?.Version ?? 0) != breaker.Version - 1) return new(false);
        breakers[breaker.Name] = breaker;
        return new(true);
    }

    public ValueTask<BreakerGauges> Gauges(CancellationToken ct) => new(gauges);

    public ValueTask Save(BreakerGauges gauges, CancellationToken ct)
    {
        this.gauges = gauges;
        return ValueTask.CompletedTask;
    }
}
