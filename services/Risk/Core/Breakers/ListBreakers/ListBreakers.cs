using Superintel.Risk.Breakers.Ports;
using Superintel.Risk.Limits;
using Superintel.Risk.Portfolio.Ports;

namespace Superintel.Risk.Breakers.ListBreakers;

/// <summary>Tells every breaker: those that measure something now, and those that ever moved.</summary>
public sealed class ListBreakers(IBreakers breakers, IPortfolioMarks marks, ReadLimits limits)
{
    /// <summary>Ordered by name, ordinal.</summary>
    public async ValueTask<IReadOnlyList<BreakerReport>> Handle(CancellationToken ct)
    {
        var allowed = await limits.Now(ct);
        var all = new SortedDictionary<string, BreakerReport>(StringComparer.Ordinal);
        foreach (var moved in await breakers.All(ct)) all[moved.Name] = new BreakerReport(moved, null, allowed.Values[moved.Kind.Name]);
        foreach (var (kind, scope, value) in BreakerReadings.Of(await marks.Last(ct), await breakers.Gauges(ct)))
        {
            var breaker = Breaker.New(kind, scope);
            var known = all.GetValueOrDefault(breaker.Name)?.Breaker ?? breaker;
            all[breaker.Name] = new BreakerReport(known, value, allowed.Values[kind.Name]);
        }

        return [.. all.Values];
    }
}
