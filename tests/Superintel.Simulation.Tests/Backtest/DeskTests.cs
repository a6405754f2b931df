using Superintel.Approval.Tiers;
using Superintel.Contracts.Events;
using Superintel.Contracts.Events.V1;

namespace Superintel.Simulation.Tests.Backtest;

public sealed class DeskTests
{
    [Test]
    public async Task Two_runs_publish_the_same_events()
    {
        var (one, again) = (await DeskRun.Run(DeskRun.Until), await DeskRun.Run(DeskRun.Until));
        Assert.That(one.Events.Select(e => e.EventId), Is.EqualTo(again.Events.Select(e => e.EventId)));
        Assert.That(
            (await one.Desk.Journal.Verify.Handle(default)).HeadHash,
            Is.EqualTo((await again.Desk.Journal.Verify.Handle(default)).HeadHash), "the same content, to the byte");
    }

    [TestCase(null)]
    [TestCase(1)]
    [TestCase(2)]
    [TestCase(3)]
    public async Task Desk_in_any_interleaving_keeps_its_books(int? interleaving)
    {
        var run = await DeskRun.Run(DeskRun.Until, interleaving: interleaving);
        Assert.That(run.Of<OrderFilled>(), Is.Not.Empty, "the sample trades");
        Assert.Multiple(() =>
        {
            Assert.That(run.Of<OrderFilled>().Select(fill => fill.EventId), Is.Unique);
            Assert.That(run.Of<OrderSubmitted>().Select(order => (order.ClearanceId, order.Leg, order.Purpose)), Is.Unique);
            Assert.That(Positions(run), Is.EquivalentTo(SumOfFills(run)));
            Assert.That(run.Of<OrderSubmitted>().Select(o => o.ClearanceId).Distinct(),
                Is.SubsetOf(run.Of<OrderCleared>().Select(c => c.ClearanceId)));
        });
        Assert.That((await run.Desk.Journal.Verify.Handle(default)).Valid, Is.True);
    }

    [Test]
    public async Task Every_decision_ends_or_is_at_work()
    {
        var run = await DeskRun.Run(DeskRun.Until);
        var ended = run.Events.Where(e => e is ProposalDeclined or OrderVetoed or OrderDenied or PairOrderClosed or OrderSubmitted)
            .Select(e => ((IDecisionEvent)e).DecisionId).ToHashSet(StringComparer.Ordinal);
        Assert.That(run.Of<SignalGenerated>().Select(s => s.DecisionId).Where(id => !ended.Contains(id)), Is.Empty);
    }

    [Test]
    public async Task Future_bars_change_nothing_that_was_decided_before_them()
    {
        var cut = new DateTimeOffset(1993, 1, 1, 0, 0, 0, TimeSpan.Zero);
        var (shorter, longer) = (await DeskRun.Run(cut), await DeskRun.Run(DeskRun.Until));
        Assert.That(
            longer.Of<SignalGenerated>().Where(s => s.OccurredAt < cut).Select(Content),
            Is.EqualTo(shorter.Of<SignalGenerated>().Select(Content)).And.Not.Empty);
        Assert.That(
            longer.Of<OrderFilled>().Where(fill => fill.OccurredAt < cut).Select(fill => fill with { }),
            Is.EqualTo(shorter.Of<OrderFilled>()).And.Not.Empty);
    }

    [Test]
    public async Task Desk_whose_people_decline_trades_only_what_needs_no_person()
    {
        var run = await DeskRun.Run(DeskRun.Until, HumanPolicy.None);
        var personal = run.Of<ProposalCreated>().Where(p => p.Tier != "auto").Select(p => p.DecisionId).ToHashSet(StringComparer.Ordinal);
        Assert.That(run.Of<OrderSubmitted>().Where(order => personal.Contains(order.DecisionId)), Is.Empty);
        Assert.That(run.Of<ProposalCreated>().Where(p => p.Intent == "close").Select(p => p.Tier), Is.All.EqualTo("auto"));
    }

    [Test]
    public async Task Journal_tells_a_filled_decision_from_signal_to_position()
    {
        var run = await DeskRun.Run(DeskRun.Until);
        var story = await run.Desk.Journal.Explain.Handle(run.Of<OrderFilled>().First().DecisionId, default);
        Assert.That(story!.Steps.Select(step => step.Kind), Is.SupersetOf(new[]
        {
            "signal-generated", "proposal-created", "proposal-approved", "order-cleared", "order-submitted", "order-filled",
                "position-changed",
        }));
        Assert.That(story.Complete, Is.True);
    }

    // Records compare lists by reference; the JSON of the journal compares content.
    private static string Content(IEvent happened) => Superintel.Journal.Chain.EventPayload.Of(happened);

    private static IEnumerable<(string, string, decimal)> Positions(DeskRun run) => run.Of<PositionChanged>()
        .GroupBy(position => (position.PairId, position.InstrumentId))
        .Select(group => (group.Key.PairId, group.Key.InstrumentId, group.Last().Quantity))
        .Where(position => position.Quantity != 0m);

    private static IEnumerable<(string, string, decimal)> SumOfFills(DeskRun run) => run.Of<OrderFilled>()
        .GroupBy(fill => (fill.PairId, fill.InstrumentId))
        .Select(group => (group.Key.PairId, group.Key.InstrumentId, group.Sum(fill => fill.Side == "buy" ? fill.Quantity : -fill.Quantity)))
        .Where(position => position.Item3 != 0m);
}
