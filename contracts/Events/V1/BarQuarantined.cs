namespace Superintel.Contracts.Events.V1;

/// <summary>A bar failed the data gate and was set aside with the reason; it is never dropped and never used.</summary>
/// <param name="Failures">Stable codes: completeness, freshness, validity, consistency, volume, each with a detail after a colon.</param>
/// <param name="ConsecutiveFailures">Failures of this instrument in a row; three raise an alert.</param>
public sealed record BarQuarantined(
    string Feed,
    string Interval,
    string InstrumentId,
    DateTimeOffset OccurredAt,
    IReadOnlyList<string> Failures,
    int ConsecutiveFailures) : IEvent
{
    public string EventId => $"bar-quarantined/{Feed}/{Interval}/{InstrumentId}/{OccurredAt.UtcDateTime:O}";
}
