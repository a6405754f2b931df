using Superintel.Contracts.Events;
using Superintel.Contracts.Events.V1;

namespace Superintel.Journal.Reporting;

/// <summary>One decision in one line, brought forward by every event of its life.</summary>
/// <param name="Pnl">Realised profit or loss of its fills less their commissions, quote currency.</param>
/// <param name="Fills">Fills that moved a position.</param>
public sealed record DecisionSummary(
    string DecisionId,
    string PairId,
    string Intent,
    DecisionStatus Status,
    string Currency,
    decimal Pnl,
    int Fills,
    string TraceId,
    DateTimeOffset FirstAt,
    DateTimeOffset LastAt)
{
    /// <summary>Nothing more is expected of it.</summary>
    public bool IsComplete => Status >= DecisionStatus.Completed;

    public static DecisionSummary Begin(IDecisionEvent first, string traceId) =>
        new(first.DecisionId, "", "", DecisionStatus.Signalled, "", 0m, 0, traceId, first.OccurredAt, first.OccurredAt);

    public DecisionSummary Apply(IDecisionEvent happened)
    {
        var next = happened switch
        {
            SignalGenerated signal => this with { PairId = signal.PairId, Intent = signal.Intent },
            ProposalCreated proposal => Forward(DecisionStatus.Proposed, proposal.PairId, proposal.Intent),
            ProposalApproved approved => Forward(DecisionStatus.Approved, approved.PairId, approved.Intent),
            ProposalDeclined declined => Forward(DecisionStatus.Declined, declined.PairId),
            OrderCleared cleared => Forward(DecisionStatus.Cleared, cleared.PairId, cleared.Intent),
            OrderVetoed vetoed => Forward(DecisionStatus.Vetoed, vetoed.PairId),
            OrderDenied denied => Forward(DecisionStatus.Denied, denied.PairId),
            OrderSubmitted order => Forward(DecisionStatus.Working, order.PairId),
            PairOrderClosed closed => Forward(OutcomeOf(closed.Outcome), closed.PairId),
            PositionChanged position => this with
            {
                PairId = position.PairId,
                Pnl = Pnl + position.RealizedPnl - position.Commission,
                Fills = position.Correction is null ? Fills + 1 : Fills,
                Currency = position.Currency,
            },
            _ => this,
        };
        return next with { LastAt = happened.OccurredAt > LastAt ? happened.OccurredAt : LastAt };
    }

    // Events of different services may arrive in another order than they happened: a status never goes back.
    private DecisionSummary Forward(DecisionStatus status, string pairId, string? intent = null) =>
        this with { Status = status > Status ? status : Status, PairId = pairId, Intent = intent ?? Intent };

    private static DecisionStatus OutcomeOf(string outcome) => outcome switch
    {
        "completed" => DecisionStatus.Completed,
        "unwound" => DecisionStatus.Unwound,
        "incomplete" => DecisionStatus.Incomplete,
        _ => DecisionStatus.Failed,
    };
}
