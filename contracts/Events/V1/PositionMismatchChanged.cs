using System.Globalization;

namespace Superintel.Contracts.Events.V1;

/// <summary>
/// A comparison with a venue found a position that the desk cannot explain, found it to be another than before, or found it explained
/// again. While it is blocked, its instrument takes no new risk.
/// </summary>
/// <param name="LedgerQuantity">Signed, units: the sum of the desk's fills.</param>
/// <param name="ExternalQuantity">Signed, units that a person said are not the desk's.</param>
/// <param name="VenueQuantity">Signed, units: what the venue holds.</param>
/// <param name="IsBlocked">False: the venue's quantity is the sum of the other two, or differs from it by less than the venue
/// trades.</param>
public sealed record PositionMismatchChanged(
    string Venue,
    string Account,
    string InstrumentId,
    decimal LedgerQuantity,
    decimal ExternalQuantity,
    decimal VenueQuantity,
    bool IsBlocked,
    DateTimeOffset OccurredAt) : IEvent
{
    // One comparison may look twice at one instant, so the numbers belong to the name.
    public string EventId => string.Create(
        CultureInfo.InvariantCulture,
        $"position-mismatch-changed/{Venue}/{Account}/{InstrumentId}/{OccurredAt.UtcDateTime:O}/"
        + $"{LedgerQuantity}/{ExternalQuantity}/{VenueQuantity}");
}
