namespace Superintel.Contracts.Events.V1;

/// <summary>The decision ends here: a person, a rule or the clock said no.</summary>
/// <param name="ProposalId">Empty when no proposal came to be (sizing refused the signal).</param>
/// <param name="Code">declined, lapsed, sizing-refused, sizing-unavailable, signal-stale, unknown-schema, unknown-instrument.</param>
/// <param name="RiskCode">Risk's own reason code when the code is sizing-refused; empty otherwise.</param>
/// <param name="Measures">What risk measured when it refused a size; null when the code is another.</param>
/// <param name="By">The authenticated user, or policy:&lt;name&gt;.</param>
public sealed record ProposalDeclined(
    string ProposalId,
    string DecisionId,
    string PairId,
    string Code,
    string Detail,
    string By,
    DateTimeOffset OccurredAt,
    string RiskCode = "",
    IReadOnlyList<RiskMeasure>? Measures = null) : IDecisionEvent
{
    public string EventId => $"proposal-declined/{DecisionId}";
}
