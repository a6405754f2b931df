using Superintel.Risk.Breakers;

namespace Superintel.Risk.Service.Adapters.Breakers.Postgres;

internal sealed record BreakerRow
{
    public string Name { get; init; } = "";

    public string Kind { get; init; } = "";

    public string Scope { get; init; } = "";

    public string Tier { get; init; } = "";

    public double Value { get; init; }

    public double LimitValue { get; init; }

    public string Reason { get; init; } = "";

    public string MovedBy { get; init; } = "";

    public DateTimeOffset MovedAt { get; init; }

    public long Version { get; init; }

    /// <exception cref="InvalidOperationException">The breaker never moved: there is nothing to store.</exception>
    public static BreakerRow Of(Breaker breaker) => new()
    {
        Name = breaker.Name,
        Kind = breaker.Kind.Name,
        Scope = breaker.Scope,
        Tier = breaker.Tier.ToString(),
        Value = breaker.Value,
        LimitValue = breaker.Limit,
        Reason = breaker.Reason,
        MovedBy = breaker.By,
        MovedAt = breaker.At ?? throw new InvalidOperationException("A breaker that never moved is not stored."),
        Version = breaker.Version,
    };

    public Breaker ToBreaker() => new(
        BreakerKind.Parse(Kind), Scope, Enum.Parse<BreakerTier>(Tier), Value, LimitValue, Reason, MovedBy, MovedAt, Version);
}
