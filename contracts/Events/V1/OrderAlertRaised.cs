namespace Superintel.Contracts.Events.V1;

/// <summary>Something about the desk's orders that a person should look at. Nothing is done about it by itself.</summary>
/// <param name="AlertId">A function of the other four.</param>
/// <param name="Code">Stable, kebab-case: late-fill, over-fill, contradiction, stray-order, pair-incomplete, flatten-gave-up and
/// others.</param>
/// <param name="Subject">The client order id, the external order id, the clearance of a pair order, the pair, or the venue.</param>
public sealed record OrderAlertRaised(string AlertId, string Code, string Subject, string Detail, DateTimeOffset OccurredAt) : IEvent
{
    public string EventId => $"order-alert-raised/{AlertId}";
}
