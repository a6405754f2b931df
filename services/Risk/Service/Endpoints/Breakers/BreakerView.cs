using Superintel.Risk.Breakers;

namespace Superintel.Risk.Service.Endpoints.Breakers;

/// <param name="Tier">closed, pause-entries, reduce-only, flatten or stop.</param>
/// <param name="Value">What was measured when it moved last; the reading now is <paramref name="Reading"/>.</param>
/// <param name="Reading">Null while nothing measures it, such as a venue that is no longer used.</param>
public sealed record BreakerView(
    string Name,
    string Kind,
    string Scope,
    string Tier,
    double? Reading,
    double Value,
    double Limit,
    string Unit,
    string Reason,
    string By,
    DateTimeOffset? At,
    long Version)
{
    public static BreakerView Of(Breaker breaker, double? reading, double limit) => new(
        breaker.Name,
        breaker.Kind.Name,
        breaker.Scope,
        Breaker.Code(breaker.Tier),
        reading,
        breaker.Value,
        limit,
        breaker.Kind.Unit,
        breaker.Reason,
        breaker.By,
        breaker.At,
        breaker.Version);
}
