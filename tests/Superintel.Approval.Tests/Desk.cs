using Superintel.Approval.InMemory;
using Superintel.Approval.Proposals;
using Superintel.Approval.Proposals.CastVote;
using Superintel.Approval.Proposals.ProposeHedge;
using Superintel.Approval.Sizing;
using Superintel.Contracts.Events;
using Superintel.Contracts.Events.V1;
using Superintel.Kernel;
using Superintel.TestKit;

namespace Superintel.Approval.Tests;

/// <summary>Approval in memory.</summary>
internal sealed class Desk
{
    public const string Hedged = "IDX.XNYS";

    public Desk(ApprovalOptions? options = null)
    {
        Clock = new SettableClock(Signals.Bar);
        Approval = new ApprovalInMemory(Events, Clock, options ?? new ApprovalOptions(), Sizing, Hedges);
    }

    public RecordedEvents Events { get; } = new();

    public FixedSizing Sizing { get; } = new();

    public FixedHedgeSizing Hedges { get; } = new();

    public SettableClock Clock { get; }

    public ApprovalInMemory Approval { get; }

    public Proposal Only => Done(Approval.Proposals.Page(null, null, 10, CancellationToken.None)).Single();

    public ProposalDeclined Declined => Events.Of<ProposalDeclined>().Single();

    public void Signal(SignalGenerated signal) => Tell(signal, Approval.SignalGenerated);

    public void Bar(DateTimeOffset at)
    {
        Clock.Set(at);
        Tell(new BarClosed("sample", "1d", at, true, []), Approval.BarClosed);
    }

    public VoteResult Vote(string by, bool approves = true, bool trader = true, bool senior = true, string decision = "d1") =>
        Done(Approval.CastVote.Handle(
            new Ballot(ProposalId.For(new DecisionId(decision)), approves, "", by, trader, senior), CancellationToken.None));

    public HedgeProposed Propose(string by = "tess", bool opens = true, bool trader = true) => Done(Approval.ProposeHedge.Handle(
        new HedgeWish(
            new HedgeQuestion(InstrumentId.Parse(Hedged), opens, opens ? "h1" : "", Clock.GetUtcNow(), new HedgeTerms()),
            by,
            trader,
            "rates"),
        CancellationToken.None));

    private static void Tell<TEvent>(TEvent happened, IEnumerable<IHandle<TEvent>> handlers)
        where TEvent : IEvent
    {
        foreach (var handler in handlers) handler.Handle(happened, CancellationToken.None).GetAwaiter().GetResult();
    }

    public static T Done<T>(ValueTask<T> work)
    {
        Assert.That(work.IsCompleted, "memory adapters complete at once");
        return work.Result;
    }
}
