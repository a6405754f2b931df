namespace Superintel.Execution.Service.Endpoints.Reconciliation;

/// <summary>What is held at the venues, and which of them have been compared.</summary>
/// <param name="Positions">By instrument, venue and account.</param>
/// <param name="Venues">By venue.</param>
/// <param name="Halt">Null: the desk is not halted.</param>
public sealed record ReconciliationView(
    IReadOnlyList<VenuePositionView> Positions, IReadOnlyList<VenueStandingView> Venues, HaltView? Halt);
