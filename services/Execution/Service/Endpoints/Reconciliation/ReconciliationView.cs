namespace Superintel.Execution.Service.Endpoints.Reconciliation;

/// <summary>Positions at the venues, by instrument, venue and account.</summary>
public sealed record ReconciliationView(IReadOnlyList<VenuePositionView> Positions);
