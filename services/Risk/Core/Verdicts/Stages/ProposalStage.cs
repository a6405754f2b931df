using Superintel.Risk.Reasons;

namespace Superintel.Risk.Verdicts.Stages;

/// <summary>Is it a trade, is it new, is it of now.</summary>
public sealed class ProposalStage : IStage
{
    public string Name => "proposal";

    public void Examine(VerdictInput input, Findings findings)
    {
        var proposal = input.Proposal;
        if (proposal.Invalid is { } why) findings.Veto(ReasonCode.ProposalInvalid, why);
        if (input.Judged) findings.Veto(ReasonCode.DuplicateDecision, $"{proposal.Decision} was judged before.");
        if (input.Reservations.FirstOrDefault(r => r.PairId == proposal.PairId) is { } working)
            findings.Veto(ReasonCode.OrderInFlight, $"The orders of clearance {working.Clearance} are not over.");
        if (!proposal.Opens) return;
        var age = input.Now - proposal.SignalAt;
        findings.Report(Name, "age", age.TotalMinutes, input.Limits.ProposalAge.TotalMinutes, "minutes");
        if (age < TimeSpan.Zero || age > input.Limits.ProposalAge)
        {
            findings.Veto(
                ReasonCode.ProposalStale,
                $"The signal is of {proposal.SignalAt:O}, it is {input.Now:O}.",
                age.TotalMinutes,
                input.Limits.ProposalAge.TotalMinutes);
        }
        foreach (var position in input.Open)
        {
            if (position.Key.PairId != proposal.PairId) continue;
            findings.Veto(ReasonCode.PositionOpen, $"{proposal.PairId} holds a position already.");
            return;
        }
    }
}
