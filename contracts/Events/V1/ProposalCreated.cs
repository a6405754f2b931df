namespace Superintel.Contracts.Events.V1;

/// <summary>A signal, or a person's hedge, became a proposal of definite size that waits for approval.</summary>
/// <param name="Intent">open or close.</param>
/// <param name="Tier">auto, trader or senior.</param>
/// <param name="TierReason">Which rule chose the tier.</param>
/// <param name="Notional">Sum of the legs' absolute notionals, in <paramref name="Currency"/>.</param>
/// <param name="SignalAt">The bar the signal stands on.</param>
/// <param name="ExpiresAt">On the fleet's clock; a proposal that is not approved by then has lapsed, and lapsed is declined.</param>
/// <param name="Sizing">The measures behind the size; of a hedge the advice: CVaR before and after, marginal relief, cost.</param>
/// <param name="Kind">hedge when one instrument is traded against the whole book; null for a pair.</param>
/// <param name="ProposedBy">The authenticated user who proposed a hedge; null for a signal's.</param>
public sealed record ProposalCreated(
    string ProposalId,
    string DecisionId,
    string PairId,
    string Intent,
    string Tier,
    string TierReason,
    IReadOnlyList<OrderLeg> Legs,
    decimal Notional,
    string Currency,
    double Direction,
    double Confidence,
    double ZScore,
    string Reason,
    DateTimeOffset SignalAt,
    DateTimeOffset OccurredAt,
    DateTimeOffset ExpiresAt,
    IReadOnlyList<RiskMeasure> Sizing,
    string? Kind = null,
    string? ProposedBy = null) : IDecisionEvent
{
    public string EventId => $"proposal-created/{DecisionId}";
}
