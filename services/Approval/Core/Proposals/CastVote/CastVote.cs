using Superintel.Approval.Proposals.Ports;
using Superintel.Contracts.Events;

namespace Superintel.Approval.Proposals.CastVote;

/// <summary>Takes a person's vote. The name on it is the authenticated one; nothing else can approve what waits for people.</summary>
public sealed class CastVote(IProposals proposals, TimeProvider clock, IEvents events)
{
    public async ValueTask<VoteResult> Handle(Ballot ballot, CancellationToken ct)
    {
        if (await proposals.Find(ballot.Proposal, ct) is not { } proposal)
            return new VoteResult(null, new VoteRefusal("proposal-not-found", $"There is no proposal {ballot.Proposal}."));
        var now = clock.GetUtcNow();
        if (VoteRule.Refusal(proposal, ballot, now) is { } refusal) return new VoteResult(await LapseIfDue(proposal, now, ct), refusal);
        var moved = ballot.Approves
            ? proposal.ApproveBy(ballot.By, ballot.Comment, now)
            : proposal.DeclineBy(ballot.By, ballot.Comment, now);
        return new VoteResult(await Move(proposal, moved, ct), null);
    }

    // The clock may be past the expiry before the sweep that ends it.
    private async ValueTask<Proposal> LapseIfDue(Proposal proposal, DateTimeOffset now, CancellationToken ct) =>
        proposal.Status == ProposalStatus.Pending && now >= proposal.ExpiresAt ? await Move(proposal, proposal.Lapse(now), ct) : proposal;

    private async ValueTask<Proposal> Move(Proposal before, Transition transition, CancellationToken ct)
    {
        await proposals.Save(transition.Proposal, before.Version, ct);
        foreach (var told in transition.Events) await events.Publish(told, ct);
        return transition.Proposal;
    }
}
