using Superintel.Execution.Reconciliation;

namespace Superintel.Execution.Service.Endpoints.Reconciliation;

/// <summary>A position at a venue.</summary>
/// <param name="LedgerQuantity">Signed, units: the sum of the desk's fills.</param>
/// <param name="ExternalQuantity">Signed, units that a person said are not the desk's.</param>
/// <param name="VenueQuantity">Signed, units: of the newest comparison where it differs, else the sum of the other two.</param>
/// <param name="Difference">Signed, units that nobody explains.</param>
/// <param name="State">agrees, dust (the difference is less than the venue trades, and blocks nothing) or blocked.</param>
/// <param name="BlockedSince">Null: it is not blocked.</param>
/// <param name="Holding">Who explained the external quantity; null: there is none.</param>
public sealed record VenuePositionView(
    string Venue,
    string Account,
    string InstrumentId,
    decimal LedgerQuantity,
    decimal ExternalQuantity,
    decimal VenueQuantity,
    decimal Difference,
    string State,
    DateTimeOffset? BlockedSince,
    HoldingView? Holding)
{
    public static VenuePositionView Of(VenuePosition row) => new(
        row.Position.Venue,
        row.Position.Account,
        row.Position.Instrument.ToString(),
        row.Position.Ours,
        row.Position.External,
        row.Position.Theirs,
        row.Position.Difference,
        row.IsBlocked ? "blocked" : row.Position.Difference != 0m ? "dust" : "agrees",
        row.IsBlocked ? row.Position.Since : null,
        HoldingView.Of(row.Holding));
}
