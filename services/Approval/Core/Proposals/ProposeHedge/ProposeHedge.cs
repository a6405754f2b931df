using Superintel.Approval.Proposals.Ports;
using Superintel.Approval.Sizing;
using Superintel.Approval.Sizing.Ports;
using Superintel.Approval.Tiers;
using Superintel.Contracts.Events;
using Superintel.Kernel;

namespace Superintel.Approval.Proposals.ProposeHedge;

/// <summary>
/// Makes a proposal of advice, because a person asks for it, or one that ends a hedge. It waits for other people: no policy stands in for
/// them, and its end in time is that of any proposal.
/// </summary>
public sealed class ProposeHedge(
    IProposals proposals, IHedgeSizing sizing, ApprovalOptions options, TimeProvider clock, IEvents events)
{
    public async ValueTask<HedgeProposed> Handle(HedgeWish wish, CancellationToken ct)
    {
        if (!wish.IsTrader) return HedgeProposed.Refused("role-required", "Proposing needs the role trader.");
        var (hedge, now) = (PairId.Hedge(wish.Question.Instrument), clock.GetUtcNow());
        foreach (var pending in await proposals.Pending(ct))
        {
            if (pending.Terms.PairId == hedge.ToString() && now < pending.ExpiresAt)
                return HedgeProposed.Refused("proposal-pending", $"{pending.Id} of {hedge} waits for a person.");
        }

        return await sizing.Size(wish.Question, ct) switch
        {
            HedgeAnswer.Sized sized => await Propose(wish, hedge, sized, now, ct),
            HedgeAnswer.Refused refused => HedgeProposed.Refused(refused.Code, refused.Detail),
            HedgeAnswer.Unavailable none => HedgeProposed.Refused(DeclineCode.SizingUnavailable, none.Detail),
            _ => throw new InvalidOperationException("Risk's answer is of no known kind."),
        };
    }

    private async ValueTask<HedgeProposed> Propose(
        HedgeWish wish, PairId hedge, HedgeAnswer.Sized sized, DateTimeOffset now, CancellationToken ct)
    {
        var terms = Terms.OfHedge(wish, hedge, sized, now);
        var tier = TierRule.ForHedge(terms.Notional.Amount, options);
        var created = Proposal.Create(terms, tier, now, options.ProposalLifetime);
        if (!await proposals.TryAdd(created.Proposal, ct))
            return HedgeProposed.Refused("already-proposed", $"{hedge} was proposed at {now:O} already: wait for the next bar.");
        foreach (var told in created.Events) await events.Publish(told, ct);
        return new HedgeProposed(created.Proposal, null);
    }
}
