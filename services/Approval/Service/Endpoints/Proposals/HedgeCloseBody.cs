namespace Superintel.Approval.Service.Endpoints.Proposals;

/// <summary>The hedge that is to be ended.</summary>
/// <param name="Comment">Why; kept with the proposal.</param>
public sealed record HedgeCloseBody(string InstrumentId, string? Comment = null);
