using Superintel.Approval;
using Superintel.Approval.Proposals.CastVote;
using Superintel.Approval.Proposals.ProposeHedge;
using Superintel.Approval.Sizing;
using Superintel.Contracts.Events;
using Superintel.Contracts.Events.V1;
using Superintel.Ingestion;
using Superintel.Ingestion.MarketData.Replay;
using Superintel.Kernel;
using Superintel.Risk.Hedging;
using Superintel.Simulation.Desk;
using Superintel.Simulation.Scheduling;
using Superintel.TestKit;

namespace Superintel.Simulation.Tests.Backtest;

/// <summary>People propose a hedge, approve it and end it, in one process on virtual time.</summary>
public sealed class HedgeRunTests
{
    private const int Held = 3;

    [Test]
    public async Task Hedge_is_proposed_filled_and_ended_and_a_second_run_is_the_same()
    {
        var (one, again) = (await Run(), await Run());
        var orders = one.OfType<OrderFilled>().Where(fill => PairId.Parse(fill.PairId).IsHedge).ToArray();
        Assert.Multiple(() =>
        {
            Assert.That(orders.Select(fill => fill.Quantity * (fill.Side == "buy" ? 1 : -1)).Sum(), Is.Zero, "in and out");
            Assert.That(orders, Has.Length.EqualTo(2));
            Assert.That(one.OfType<ProposalCreated>().Count(proposal => proposal.Kind == "hedge"), Is.EqualTo(2));
            Assert.That(one.Select(e => e.EventId), Is.EqualTo(again.Select(e => e.EventId)));
        });
    }

    private static async Task<IReadOnlyList<IEvent>> Run()
    {
        var published = new List<IEvent>();
        var scheduler = new Scheduler(null);
        scheduler.Observe(published.Add);
        var replay = new ReplayOptions { To = DeskRun.Until };
        var desk = new SimulatedDesk(
            new DeskOptions
            {
                Ingestion = new IngestionOptions { Replay = replay },
                Approval = new ApprovalOptions { HumanPolicy = Approval.Tiers.HumanPolicy.All },
            },
            new RecordedFolder(Repository.File("data/sample")), scheduler, new VirtualTime(DateTimeOffset.UnixEpoch));
        await desk.Start(default);
        var (hedged, left) = (default(InstrumentId?), Held);
        while (left >= 0 && await desk.Step(default))
        {
            if (hedged is null) hedged = await Open(desk, published);
            else if (left-- == 0) await Decide(desk, new HedgeQuestion(hedged.Value, false, "", default, new Approval.Sizing.HedgeTerms()));
            await scheduler.Drain(default);
        }

        await desk.Step(default);
        return published;
    }

    private static async Task<InstrumentId?> Open(SimulatedDesk desk, List<IEvent> published)
    {
        // What was traded has a history that goes as far back as the book's.
        InstrumentId[] listed =
            [.. published.OfType<OrderFilled>().Select(fill => InstrumentId.Parse(fill.InstrumentId)).Distinct().Order()];
        if (listed.Length == 0 || (await desk.Risk.GatherBook.Handle(listed, default)).Book is not { } book) return null;
        var at = published.OfType<BarClosed>().Last().OccurredAt;
        foreach (var advice in TailHedge.Advise(book, listed, new()).Advice)
        {
            if (await Decide(desk, new HedgeQuestion(advice.Instrument, true, advice.Id, at, new Approval.Sizing.HedgeTerms())))
                return advice.Instrument;
        }

        return null;
    }

    private static async Task<bool> Decide(SimulatedDesk desk, HedgeQuestion question)
    {
        var proposed = await desk.Approval.ProposeHedge.Handle(new HedgeWish(question, "tess", true, ""), default);
        if (proposed.Proposal is not { } proposal) return false;
        var vote = await desk.Approval.CastVote.Handle(new Ballot(proposal.Id, true, "", "tim", true, true), default);
        return vote.Refusal is null;
    }
}
