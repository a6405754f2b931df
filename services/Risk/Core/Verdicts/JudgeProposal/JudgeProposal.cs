using Superintel.Contracts.Events;
using Superintel.Contracts.Events.V1;
using Superintel.Risk.Clearances;
using Superintel.Risk.Clearances.Ports;
using Superintel.Risk.Verdicts.Ports;

namespace Superintel.Risk.Verdicts.JudgeProposal;

/// <summary>The gate: every approved proposal is cleared once, or vetoed with every reason.</summary>
public sealed class JudgeProposal(
    GatherEvidence evidence, IVerdicts verdicts, IReservations reservations, RiskOptions options, IEvents events)
    : IHandle<ProposalApproved>
{
    public async Task Handle(ProposalApproved happened, CancellationToken ct)
    {
        var proposal = Proposal.From(happened);
        var verdict = VerdictChain.Decide(await evidence.For(proposal, ct));
        // A repeated decision leaves the first verdict as it is: only the refusal of the repeat is told.
        if (!await verdicts.TryAdd(verdict, ct) && verdict.Cleared)
            throw new InvalidOperationException($"{verdict.Decision} was cleared twice.");
        if (verdict.Cleared) await Clear(proposal, verdict, ct);
        else await events.Publish(Vetoed(verdict), ct);
    }

    private async ValueTask Clear(Proposal proposal, RiskVerdict verdict, CancellationToken ct)
    {
        var reservation = Reservation.For(proposal.Decision, proposal.PairId, proposal.Intent, proposal.Legs, verdict.At);
        await reservations.Save(reservation, ct);
        await events.Publish(
            new OrderCleared(
                reservation.Clearance.Value,
                proposal.Decision.Value,
                proposal.PairId,
                proposal.Opens ? "open" : "close",
                [.. proposal.Legs.Select(leg => leg.ToContract())],
                proposal.Opens ? options.EntryLegFailurePolicy : options.ExitLegFailurePolicy,
                verdict.At,
                verdict.At + options.ClearanceLifetime,
                verdict.Measures,
                verdict.Stages),
            ct);
    }

    private static OrderVetoed Vetoed(RiskVerdict verdict) => new(
        verdict.Decision.Value,
        verdict.PairId,
        [.. verdict.Reasons.Select(reason => reason.ToContract())],
        verdict.Measures,
        verdict.At,
        verdict.Stages);
}
