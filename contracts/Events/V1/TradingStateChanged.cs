namespace Superintel.Contracts.Events.V1;

/// <summary>The kill switch moved, by a person or by a breaker.</summary>
/// <param name="State">active, reduce-only or halted.</param>
/// <param name="Flatten">All positions are being closed.</param>
/// <param name="Version">Counts the changes; a consumer ignores what is older than what it has.</param>
public sealed record TradingStateChanged(string State, bool Flatten, string Reason, string By, long Version,
    DateTimeOffset OccurredAt) : IEvent
{
    public string EventId => $"trading-state-changed/{Version}";
}
