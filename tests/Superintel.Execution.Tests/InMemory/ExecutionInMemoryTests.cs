using Superintel.Contracts.Events.V1;
using Superintel.Execution.InMemory;
using Superintel.Execution.Reconciliation;
using Superintel.Execution.Tests.Fakes;
using Superintel.Execution.Trading.Paper;
using Superintel.TestKit;
using static Superintel.Execution.Tests.Fakes.Given;

namespace Superintel.Execution.Tests.InMemory;

public sealed class ExecutionInMemoryTests
{
    private readonly SettableClock clock = new(Start);
    private RecordedEvents events = new();
    private ExecutionInMemory execution = null!;

    [SetUp]
    public async Task List()
    {
        events = new RecordedEvents();
        clock.Set(Start);
        var free = new PaperOptions { Fees = "none", Slippage = "none" };
        execution = new ExecutionInMemory(events, clock, new ExecutionOptions { Paper = free });
        await execution.Instruments.Handle(Listed(Ko), default);
        await execution.Instruments.Handle(Listed(Pg), default);
    }

    [Test]
    public async Task Clearance_becomes_two_orders_that_fill_at_the_next_open_and_complete_the_pair()
    {
        await execution.Clearances.Handle(Cleared(), default);
        await NextBar(Bar(Ko, 41m, 42m, 40m, 41.5m), Bar(Pg, 79m, 81m, 78m, 80m));

        Assert.That(events.All.Select(e => e.GetType().Name), Is.EqualTo(
            new[]
            {
                nameof(OrderSubmitted), nameof(OrderSubmitted), nameof(OrderAccepted), nameof(OrderAccepted),
                nameof(OrderFilled), nameof(OrderClosed), nameof(OrderFilled), nameof(OrderClosed), nameof(PairOrderClosed),
                nameof(SliceExecuted),
            }));
        Assert.That(events.Of<OrderFilled>().Select(f => f.Price), Is.EqualTo(new[] { 41m, 79m }));
        Assert.That(events.Of<PairOrderClosed>().Single().Outcome, Is.EqualTo("completed"));
    }

    [Test]
    public async Task Slippage_when_price_moved_against_the_order_is_positive()
    {
        await execution.Clearances.Handle(Cleared(), default);
        await NextBar(Bar(Ko, 41m, 42m, 40m, 41.5m), Bar(Pg, 79m, 81m, 78m, 80m));

        Assert.That(events.Of<OrderFilled>().Select(f => f.Slippage), Is.EqualTo(new[] { 100m, 50m }));
    }

    [Test]
    public async Task Clearance_when_delivered_twice_places_nothing_more()
    {
        await execution.Clearances.Handle(Cleared(), default);
        await execution.Clearances.Handle(Cleared(), default);

        Assert.That(events.Of<OrderSubmitted>(), Has.Count.EqualTo(2));
        Assert.That(events.Of<OrderDenied>().Single().Code, Is.EqualTo("clearance-reused"));
    }

    [Test]
    public async Task Halt_when_orders_work_cancels_both_legs_and_fails_the_pair()
    {
        await execution.Clearances.Handle(Cleared(), default);
        await execution.TradingStates.Handle(new TradingStateChanged("halted", false, "test", "user", 1, clock.GetUtcNow()), default);

        Assert.That(events.Of<OrderClosed>().Select(o => o.Status), Is.EqualTo(new[] { "canceled", "canceled" }));
        Assert.That(events.Of<PairOrderClosed>().Single().Outcome, Is.EqualTo("failed"));
    }

    [Test]
    public async Task Reduce_only_when_one_leg_is_filled_trades_it_back()
    {
        await execution.Clearances.Handle(Cleared(), default);
        await NextBar(Bar(Ko, 41m, 42m, 40m, 41.5m));
        await execution.TradingStates.Handle(new TradingStateChanged("reduce-only", false, "test", "user", 1, clock.GetUtcNow()), default);
        await NextBar(Bar(Ko, 43m, 44m, 42m, 43m));

        var unwinding = events.Of<OrderSubmitted>()[^1];
        Assert.That((unwinding.Purpose, unwinding.Side, unwinding.Quantity), Is.EqualTo(("unwind", "sell", 100m)));
        Assert.That(events.Of<PairOrderClosed>().Single().Outcome, Is.EqualTo("unwound"));
    }

    [Test]
    public async Task Pair_when_a_leg_has_no_bars_beyond_its_patience_is_unwound_once()
    {
        await execution.Clearances.Handle(Cleared(), default);
        for (var day = 0; day < 15; day++) await NextBar(Bar(Ko, 41m, 42m, 40m, 41.5m));

        Assert.That(events.Of<OrderSubmitted>(), Has.Count.EqualTo(3));
        Assert.That(events.Of<PairOrderClosed>().Single().Outcome, Is.EqualTo("unwound"));
        Assert.That(await execution.Fills.Positions(default), Is.Empty);
    }

    [Test]
    public async Task Run_when_played_again_gives_the_same_events()
    {
        await Play();
        var first = events.All;
        await List();
        await Play();

        Assert.That(events.All.Select(e => e.ToString()), Is.EqualTo(first.Select(e => e.ToString())));
    }

    [Test]
    public async Task Reconciliation_when_run_over_the_paper_venue_changes_nothing()
    {
        await Play();
        var before = events.All.Count;
        var report = await execution.Reconcile.Handle("paper", ReconcileOrders.Open, default);

        Assert.That(events.All, Has.Count.EqualTo(before));
        Assert.That(report.Mismatches, Is.Empty);
    }

    private async Task Play()
    {
        for (var day = 0; day < 5; day++)
        {
            await execution.Clearances.Handle(Cleared(Decision(day), at: clock.GetUtcNow()), default);
            await NextBar(Bar(Ko, 41m, 42m, 40m, 41.5m), Bar(Pg, 79m, 81m, 78m, 80m));
        }
    }

    private async Task NextBar(params ClosedBar[] bars)
    {
        clock.Advance(TimeSpan.FromDays(1));
        await execution.Bars.Handle(Slice(clock.GetUtcNow(), bars), default);
    }
}
