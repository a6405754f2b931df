using Superintel.Approval.Sizing;

namespace Superintel.Approval.Service.Endpoints.Proposals;

/// <summary>The advice of GET /api/risk/hedges that is to be traded.</summary>
/// <param name="AdviceId">As it was given.</param>
/// <param name="AdvisedAt">As it was given.</param>
/// <param name="Terms">Those of the advice; null for the ones it has when none are said.</param>
/// <param name="Comment">Why; kept with the proposal.</param>
public sealed record HedgeBody(
    string InstrumentId, string AdviceId, DateTimeOffset AdvisedAt, HedgeTerms? Terms = null, string? Comment = null);
