namespace Superintel.Contracts.Events.V1;

/// <summary>An authorised person moved a limit.</summary>
public sealed record RiskLimitChanged(
    string Limit,
    double OldValue,
    double NewValue,
    string Reason,
    string By,
    long Version,
    DateTimeOffset OccurredAt) : IEvent
{
    public string EventId => $"risk-limit-changed/{Limit}/{Version}";
}
