using Superintel.Approval.Proposals.Ports;
using Superintel.Approval.Sizing;
using Superintel.Approval.Sizing.Ports;
using Superintel.Approval.Tiers;
using Superintel.Contracts.Events;
using Superintel.Contracts.Events.V1;
using Superintel.Kernel;

namespace Superintel.Approval.Proposals.ProposeTrade;

/// <summary>Turns a signal into a proposal of definite size, and approves it at once where no person has to.</summary>
public sealed class ProposeTrade(IProposals proposals, ISizing sizing, ApprovalOptions options, TimeProvider clock, IEvents events)
    : IHandle<SignalGenerated>
{
    private const int MostOfOneBar = 200;

    public async Task Handle(SignalGenerated happened, CancellationToken ct)
    {
        var now = Now(happened);
        await Supersede(happened, now, ct);
        if (SignalGate.Refusal(happened, now, options) is var (code, detail))
        {
            await events.Publish(Refused(happened, code, detail, now) with { By = "policy:gate" }, ct);
            return;
        }
        switch (await sizing.Size(happened, await Preceding(happened, ct), ct))
        {
            case SizingAnswer.Sized sized:
                await Propose(Terms.From(happened, sized.Legs, sized.Notional, sized.Measures), now, ct);
                break;
            case SizingAnswer.Refused { Code: DeclineCode.UnknownInstrument } refused:
                await events.Publish(Refused(happened, DeclineCode.UnknownInstrument, refused.Detail, now), ct);
                break;
            case SizingAnswer.Refused refused:
                var why = Refused(happened, DeclineCode.SizingRefused, $"{refused.Code}: {refused.Detail}", now);
                await events.Publish(why with { RiskCode = refused.Code, Measures = refused.Measures }, ct);
                break;
            case SizingAnswer.Unavailable unavailable:
                await events.Publish(Refused(happened, DeclineCode.SizingUnavailable, unavailable.Detail, now), ct);
                break;
        }
    }

    // The bar's event and the signal come from two publishers: the signal may be here before the bar that moves the clock.
    private DateTimeOffset Now(SignalGenerated signal)
    {
        var now = clock.GetUtcNow();
        return now > signal.OccurredAt ? now : signal.OccurredAt;
    }

    // A newer word on the pair makes the older proposal moot: approved after its exit it would open what nobody watches.
    private async ValueTask Supersede(SignalGenerated signal, DateTimeOffset now, CancellationToken ct)
    {
        foreach (var pending in await proposals.Pending(ct))
        {
            if (pending.Terms.PairId != signal.PairId || pending.Terms.Decision.Value == signal.DecisionId) continue;
            await Move(pending, pending.DeclineByPolicy("policy:superseded", $"A newer signal came: {signal.DecisionId}.", now), ct);
        }
    }

    // Decisions of one bar are taken one after the other: the next is sized when risk has judged those before it.
    private async ValueTask<IReadOnlyList<DecisionId>> Preceding(SignalGenerated signal, CancellationToken ct) =>
    [
        .. (await proposals.Page(ProposalStatus.Approved, null, MostOfOneBar, ct))
            .Select(proposal => proposal.Terms)
            .Where(terms => terms.SignalAt == signal.OccurredAt && terms.Decision.Value != signal.DecisionId)
            .Select(terms => terms.Decision),
    ];

    private async ValueTask Propose(Terms terms, DateTimeOffset now, CancellationToken ct)
    {
        var tier = TierRule.Choose(terms.Opens, terms.Confidence, terms.Notional.Amount, options);
        var created = Proposal.Create(terms, tier, now, options.ProposalLifetime);
        if (!await proposals.TryAdd(created.Proposal, ct)) return;
        foreach (var told in created.Events) await events.Publish(told, ct);
        if (HumanStandIn.Answer(created.Proposal, options, now) is { } answered) await Move(created.Proposal, answered, ct);
    }

    private async ValueTask Move(Proposal before, Transition transition, CancellationToken ct)
    {
        await proposals.Save(transition.Proposal, before.Version, ct);
        foreach (var told in transition.Events) await events.Publish(told, ct);
    }

    private static ProposalDeclined Refused(SignalGenerated signal, string code, string detail, DateTimeOffset now) =>
        new("", signal.DecisionId, signal.PairId, code, detail, "policy:sizing", now);
}
