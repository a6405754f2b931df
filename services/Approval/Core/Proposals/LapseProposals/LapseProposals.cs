using Superintel.Approval.Proposals.Ports;
using Superintel.Contracts.Events;
using Superintel.Contracts.Events.V1;

namespace Superintel.Approval.Proposals.LapseProposals;

/// <summary>Ends what nobody answered in time: at every bar, and, where the clock is not the replay's, on a timer.</summary>
public sealed class LapseProposals(IProposals proposals, TimeProvider clock, IEvents events) : IHandle<BarClosed>
{
    public Task Handle(BarClosed happened, CancellationToken ct) => Handle(ct);

    /// <summary>Lapses all that is due now.</summary>
    public async Task Handle(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        foreach (var proposal in await proposals.Pending(ct))
        {
            if (now < proposal.ExpiresAt) continue;
            var lapsed = proposal.Lapse(now);
            await proposals.Save(lapsed.Proposal, proposal.Version, ct);
            foreach (var told in lapsed.Events) await events.Publish(told, ct);
        }
    }
}
