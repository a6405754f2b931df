using Superintel.Execution.Execution.Control;
using Superintel.Execution.Trading.Composite;

namespace Superintel.Execution.Service.Endpoints.Reconciliation;

/// <summary>How a venue stands in this run of the service.</summary>
/// <param name="State">compared; waiting: no order goes there; or silent: no position is opened there.</param>
/// <param name="Code">Why a clearance for it is refused; null: it is not.</param>
/// <param name="Since">When this run began, UTC on the machine's clock.</param>
/// <param name="ComparedAt">Of the newest comparison, UTC on the machine's clock; null: none yet.</param>
/// <param name="Failures">Comparisons in a row that did not come through.</param>
/// <param name="LastError">Why the newest did not; null: it did, or there was none.</param>
public sealed record VenueStandingView(
    string Venue,
    string Account,
    string State,
    string? Code,
    DateTimeOffset Since,
    DateTimeOffset? ComparedAt,
    int Failures,
    string? LastError)
{
    public static VenueStandingView Of(VenueStanding standing) => new(
        standing.Venue,
        standing.Account,
        standing.IsSilent ? "silent" : standing.IsCompared ? "compared" : "waiting",
        standing.IsSilent ? DenialCode.VenueSilent : standing.IsCompared ? null : DenialCode.VenueNotCompared,
        standing.Since,
        standing.ComparedAt,
        standing.Failures,
        standing.LastError);
}
