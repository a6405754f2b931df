namespace Superintel.Execution.Service.Endpoints.Reconciliation;

/// <summary>Units that are not the desk's.</summary>
/// <param name="Difference">Signed, units, as the comparison showed it.</param>
public sealed record HoldingBody(string Venue, string Account, string InstrumentId, decimal Difference, string Reason);
