namespace Superintel.Contracts.Events.V1;

/// <summary>An authorised person put an instrument on the restricted list, or took it off.</summary>
/// <param name="Restricted">True: no entry may be made in it any more.</param>
public sealed record RestrictedListChanged(string InstrumentId, bool Restricted, string Reason, string By, DateTimeOffset OccurredAt)
    : IEvent
{
    public string EventId => $"restricted-list-changed/{InstrumentId}/{(Restricted ? "on" : "off")}/{OccurredAt:O}";
}
