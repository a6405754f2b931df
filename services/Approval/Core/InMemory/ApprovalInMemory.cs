using Superintel.Approval.Proposals.CastVote;
using Superintel.Approval.Proposals.LapseProposals;
using Superintel.Approval.Proposals.Memory;
using Superintel.Approval.Proposals.ProposeHedge;
using Superintel.Approval.Proposals.ProposeTrade;
using Superintel.Approval.Sizing.Ports;
using Superintel.Contracts.Events;
using Superintel.Contracts.Events.V1;

namespace Superintel.Approval.InMemory;

/// <summary>Approval over memory adapters: the same use cases, no I/O.</summary>
public sealed class ApprovalInMemory
{
    public ApprovalInMemory(IEvents events, TimeProvider clock, ApprovalOptions options, ISizing sizing, IHedgeSizing hedges)
    {
        Lapse = new LapseProposals(Proposals, clock, events);
        BarClosed = [Lapse];
        SignalGenerated = [new ProposeTrade(Proposals, sizing, options, clock, events)];
        ProposeHedge = new ProposeHedge(Proposals, hedges, options, clock, events);
        CastVote = new CastVote(Proposals, clock, events);
    }

    /// <summary>Handlers of an event in the order in which they must see it.</summary>
    public IReadOnlyList<IHandle<BarClosed>> BarClosed { get; }

    public IReadOnlyList<IHandle<SignalGenerated>> SignalGenerated { get; }

    public CastVote CastVote { get; }

    public ProposeHedge ProposeHedge { get; }

    public LapseProposals Lapse { get; }

    public MemoryProposals Proposals { get; } = new();
}
