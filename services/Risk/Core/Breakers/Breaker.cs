using Superintel.Contracts.Events.V1;

namespace Superintel.Risk.Breakers;

/// <summary>A breaker as it stands. It opens further by itself and closes only by a person.</summary>
/// <param name="Scope">The venue of a kind that is per venue; empty for the portfolio.</param>
/// <param name="Value">What was measured when it opened this far, or was reset.</param>
/// <param name="Limit">What it was held against.</param>
/// <param name="By">breaker, or the authenticated user who reset it.</param>
/// <param name="Version">Counts the moves.</param>
public sealed record Breaker(
    BreakerKind Kind,
    string Scope,
    BreakerTier Tier,
    double Value,
    double Limit,
    string Reason,
    string By,
    DateTimeOffset? At,
    long Version)
{
    public string Name => Scope.Length == 0 ? Kind.Name : $"{Kind.Name}:{Scope}";

    public bool IsOpen => Tier != BreakerTier.Closed;

    public static Breaker New(BreakerKind kind, string scope) => new(kind, scope, BreakerTier.Closed, 0, 0, "", "", null, 0);

    /// <exception cref="InvalidOperationException">It is open that far already.</exception>
    public Breaker Open(BreakerTier tier, double value, double limit, DateTimeOffset at) => tier > Tier
        ? new Breaker(
            Kind, Scope, tier, value, limit, $"{Name} {value:0.####} is beyond {Share(tier)} {limit:0.####}.", "breaker", at, Version + 1)
        : throw new InvalidOperationException($"{Name} is at {Tier} already.");

    /// <exception cref="InvalidOperationException">It is closed.</exception>
    public Breaker Reset(string reason, string by, DateTimeOffset at) => IsOpen
        ? this with { Tier = BreakerTier.Closed, Reason = reason, By = by, At = at, Version = Version + 1 }
        : throw new InvalidOperationException($"{Name} is closed.");

    public BreakerChanged ToContract() => new(
        Name, Code(Tier), Value, Limit, Reason, By, Version, At ?? throw new InvalidOperationException($"{Name} never moved."));

    public static string Code(BreakerTier tier) => tier switch
    {
        BreakerTier.Closed => "closed",
        BreakerTier.PauseEntries => "pause-entries",
        BreakerTier.ReduceOnly => "reduce-only",
        BreakerTier.Flatten => "flatten",
        BreakerTier.Stop => "stop",
        _ => throw new ArgumentOutOfRangeException(nameof(tier), tier, null),
    };

    private static string Share(BreakerTier tier) => tier switch
    {
        BreakerTier.PauseEntries => "the share that pauses entries of its limit",
        BreakerTier.ReduceOnly => "its limit",
        _ => $"the multiple for {Code(tier)} of its limit",
    };
}
