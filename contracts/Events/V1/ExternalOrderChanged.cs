namespace Superintel.Contracts.Events.V1;

/// <summary>
/// An order that this desk did not send was seen at a venue, moved, was acknowledged or ended. Its open quantity is exposure that no
/// decision explains. Applied once per (external order id, version).
/// </summary>
/// <param name="ExternalOrderId">The desk's name for it, a function of venue, account and the venue's order id.</param>
/// <param name="ClientOrderId">What it calls itself at the venue.</param>
/// <param name="Side">buy or sell.</param>
/// <param name="Quantity">Units.</param>
/// <param name="FilledQuantity">Units executed as far as the venue told; they are not in the desk's ledger.</param>
/// <param name="LeavesQuantity">Units that may still trade; zero when it is over.</param>
/// <param name="Status">working, filled, canceled, rejected, expired, or gone (the venue works it no longer and did not say
/// why).</param>
/// <param name="AcknowledgedBy">Who lets the desk take new risk beside it; null: nobody, and its instrument is blocked while it
/// works.</param>
/// <param name="Version">Counts its changes, from 1.</param>
public sealed record ExternalOrderChanged(
    string ExternalOrderId,
    string Venue,
    string Account,
    string VenueOrderId,
    string ClientOrderId,
    string InstrumentId,
    string Side,
    decimal Quantity,
    decimal FilledQuantity,
    decimal LeavesQuantity,
    string Status,
    string? AcknowledgedBy,
    int Version,
    DateTimeOffset OccurredAt) : IEvent
{
    public string EventId => $"external-order-changed/{ExternalOrderId}/{Version}";
}
