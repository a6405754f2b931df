namespace Superintel.Contracts.Events.V1;

/// <summary>A circuit breaker opened, opened further, or was reset by a person.</summary>
/// <param name="Breaker">Its kind, with the venue behind a colon where there is one per venue: drawdown, reject-rate:PAPER.</param>
/// <param name="Tier">closed, pause-entries, reduce-only, flatten or stop.</param>
/// <param name="Value">What was measured, in the limit's unit.</param>
/// <param name="Limit">The limit that the tiers are shares and multiples of.</param>
/// <param name="By">breaker when it opened by itself, or the authenticated user who reset it.</param>
/// <param name="Version">Counts the moves of this breaker.</param>
public sealed record BreakerChanged(
    string Breaker,
    string Tier,
    double Value,
    double Limit,
    string Reason,
    string By,
    long Version,
    DateTimeOffset OccurredAt) : IEvent
{
    public string EventId => $"breaker-changed/{Breaker}/{Version}";
}
