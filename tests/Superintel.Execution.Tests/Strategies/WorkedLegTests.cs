using Superintel.Contracts.Events.V1;
using Superintel.Execution.Execution.Orders;
using Superintel.Execution.Execution.Strategies;
using Superintel.Execution.Tests.Fakes;
using Superintel.Execution.Trading;
using Superintel.Kernel;
using static Superintel.Execution.Tests.Fakes.Given;

namespace Superintel.Execution.Tests.Strategies;

/// <summary>Legs that reach their venue in parts.</summary>
public sealed class WorkedLegTests
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);
    private ScriptedBroker broker = null!;
    private Desk desk = null!;

    [Test]
    public async Task Twap_sends_equal_parts_at_equal_times_and_completes_when_all_is_filled()
    {
        await Open("twap", slices: 4);
        await desk.Work(Cleared());
        for (var minute = 1; minute <= 5; minute++) await Tick(minute);
        await FillAll();

        Assert.That(Sent(Side.Buy), Is.EqualTo(new[] { 25m, 25m, 25m, 25m }));
        Assert.That(Sent(Side.Sell), Is.EqualTo(new[] { 13m, 12m, 13m, 12m }), "whole lots");
        Assert.That(broker.Submitted.Select(ticket => ticket.Type), Is.All.EqualTo(OrderType.Market));
        Assert.That(broker.Submitted.Select(ticket => ticket.ClientOrderId), Is.Unique);
        Assert.That(desk.Events.Of<PairOrderClosed>().Single().Outcome, Is.EqualTo("completed"));
    }

    [Test]
    public async Task Twap_asked_again_at_the_same_moment_sends_nothing_more()
    {
        await Open("twap", slices: 4);
        await desk.Work(Cleared());
        await Tick(1);
        await Tick(1);
        await Tick(1);

        Assert.That(Sent(Side.Buy), Is.EqualTo(new[] { 25m, 25m }));
    }

    [Test]
    public async Task Parts_that_a_stop_missed_go_out_as_one_after_the_restart()
    {
        await Open("twap", slices: 5);
        await desk.Work(Cleared());
        await Tick(3);

        Assert.That(Sent(Side.Buy), Is.EqualTo(new[] { 20m, 60m }));
    }

    [Test]
    public async Task Part_stored_before_a_stop_is_sent_once_after_it()
    {
        await Open("twap", slices: 2);
        await desk.Work(Cleared());
        desk.Clock.Set(Start + Every);
        await desk.Worked.Handle(default); // stored, and then the process ends
        await desk.Worked.Handle(default);
        await desk.Dispatch.Handle(default);
        await desk.Dispatch.Handle(default);

        Assert.That(Sent(Side.Buy), Is.EqualTo(new[] { 50m, 50m }));
    }

    [Test]
    public async Task Jitter_delays_parts_by_the_seed_and_keeps_their_order([Values(1, 2)] int seed)
    {
        var plan = Plan(StrategyKind.Twap, jitter: 0.9m, seed);
        var due = Enumerable.Range(0, 5).Select(slice => TwapSchedule.DueAt(plan, slice)).ToArray();
        var other = Enumerable.Range(0, 5).Select(slice => TwapSchedule.DueAt(Plan(StrategyKind.Twap, 0.9m, seed + 1), slice));
        await Task.CompletedTask;

        Assert.That(due[0], Is.EqualTo(Start));
        Assert.That(due, Is.Ordered.Ascending);
        Assert.That(due.Select((at, slice) => at - Start - Every * slice), Is.All.InRange(TimeSpan.Zero, Every * 0.9));
        Assert.That(due.Skip(1), Is.Not.EqualTo(other.Skip(1)));
        Assert.That(due, Is.EqualTo(Enumerable.Range(0, 5).Select(slice => TwapSchedule.DueAt(plan, slice))));
    }

    [TestCase("halted", "open")]
    [TestCase("halted", "close")]
    [TestCase("reduce-only", "open")]
    public async Task Kill_switch_between_parts_sends_no_more_and_ends_what_works(string state, string intent)
    {
        await Open("twap", slices: 4);
        await desk.Work(Cleared(policy: "cancel-rest", intent: intent));
        await desk.Follow.Handle(new TradingStateChanged(state, false, "test", "user", 1, Start), default);
        await desk.Dispatch.Handle(default);
        for (var minute = 1; minute <= 5; minute++) await Tick(minute);

        Assert.That((broker.Submitted.Count, broker.Canceled.Count), Is.EqualTo((2, 2)));
        Assert.That(desk.Events.Of<PairOrderClosed>().Single().Outcome, Is.EqualTo("failed"));
        Assert.That(await desk.Plans.Open(default), Is.Empty);
    }

    [Test]
    public async Task Reduce_only_lets_the_parts_of_an_exit_go_on()
    {
        await Open("twap", slices: 2);
        await desk.Work(Cleared(intent: "close"));
        await desk.Follow.Handle(new TradingStateChanged("reduce-only", false, "test", "user", 1, Start), default);
        await Tick(1);

        Assert.That(Sent(Side.Buy), Is.EqualTo(new[] { 50m, 50m }));
    }

    [Test]
    public async Task Part_that_is_refused_fails_the_leg_and_what_both_legs_filled_is_unwound_once()
    {
        await Open("twap", slices: 4);
        var (a, b) = await desk.Work(Cleared(policy: "unwind"));
        await desk.Fill(a, 25m, 40m);
        await desk.Fill(b, 13m, 80m);
        await Tick(1);
        var second = await Part(0, 2);
        await desk.Fill(second, 10m, 40m);
        broker.OnSubmit = ticket => ticket.Side == Side.Buy && ticket.Quantity.Value == 25m
            ? new SubmitOutcome.Rejected("no-margin", "no margin")
            : new SubmitOutcome.Accepted("v");
        await Tick(2);
        await Tick(3);

        var unwinds = desk.Events.Of<OrderSubmitted>().Where(order => order.Purpose == "unwind");
        Assert.That(unwinds.Select(order => (order.Leg, order.Side, order.Quantity)), Is.EqualTo(
            new[] { (0, "sell", 35m), (1, "buy", 13m) }));
    }

    [Test]
    public async Task Chase_replaces_its_limit_at_the_newer_price_and_ends_at_the_market()
    {
        await Open("limit-chase", slices: 2, offsetBps: 10m);
        await desk.Work(Cleared());
        await Bars(Start.AddSeconds(30), 41.123m);
        Assert.That(broker.Canceled, Is.Empty, "not yet");
        await Bars(Start + Every, 41.123m);
        await Tick(1);
        await Tick(2);
        await Tick(2);

        var buys = broker.Submitted.Where(ticket => ticket.Side == Side.Buy).Select(ticket => (ticket.Type, ticket.LimitPrice));
        Assert.That(buys, Is.EqualTo(new[]
        {
            (OrderType.Limit, (decimal?)39.96m), (OrderType.Limit, 41.08m), (OrderType.Market, null),
        }), "the reference price 40, then the last price, each 10 bp better and on the tick");
        Assert.That(desk.Events.Of<PairOrderClosed>(), Is.Empty, "a replaced order is no failed leg");
    }

    [Test]
    public async Task Chase_offers_the_rest_of_a_replaced_order_only_when_its_venue_told_all_its_fills()
    {
        await Open("limit-chase", slices: 1);
        var (a, _) = await desk.Work(Cleared());
        broker.OnQuery = _ => new QueryOutcome.Unavailable("busy");
        await Tick(1);
        await Tick(2);
        Assert.That(Sent(Side.Buy), Is.EqualTo(new[] { 100m }), "what it filled is not known yet");

        broker.OnQuery = asked => Ended(asked, asked.ClientOrderId == a.Intent.ClientOrderId ? 30m : 0m);
        await Tick(3);
        Assert.That(Sent(Side.Buy), Is.EqualTo(new[] { 100m, 70m }));
        Assert.That((await desk.Orders.Find(a.Intent.ClientOrderId, default))!.Progress.CumulativeQuantity, Is.EqualTo(30m));
    }

    [Test]
    public async Task Late_fill_of_a_replaced_order_takes_the_working_rest_back()
    {
        await Open("limit-chase", slices: 1);
        var (a, _) = await desk.Work(Cleared());
        broker.OnQuery = asked => Ended(asked, 0m);
        await Tick(1);
        await Tick(1);
        Assert.That(Sent(Side.Buy), Is.EqualTo(new[] { 100m, 100m }));

        await desk.Fill(a, 40m, 40m, "late");
        await Tick(1);
        await Tick(1);
        Assert.That(Sent(Side.Buy), Is.EqualTo(new[] { 100m, 100m, 60m }));
        Assert.That(desk.Alerts.All.Select(alert => alert.Code), Does.Contain("late-fill"));
    }

    [Test]
    public async Task Without_a_strategy_each_leg_is_one_order_and_nothing_is_planned()
    {
        broker = new ScriptedBroker();
        desk = await Desk.Open(broker);
        await desk.Work(Cleared());
        await Tick(1);

        Assert.That(broker.Submitted.Select(ticket => ticket.Quantity.Value), Is.EqualTo(new[] { 100m, 50m }));
        Assert.That(await desk.Plans.Open(default), Is.Empty);
    }

    private static LegPlan Plan(StrategyKind kind, decimal jitter, int seed) => new(
        ClearanceId.For(Decision()), 0, Pair.A, new StrategyTerms(kind, 5, Every, jitter, seed, 0m), new Quantity(100m), 1m, 0.01m, Start,
        40m, -1, -1, false);

    private async Task Open(string kind, int slices, decimal offsetBps = 0m)
    {
        broker = new ScriptedBroker { OnQuery = asked => Ended(asked, 0m) };
        desk = await Desk.Open(broker, new ExecutionOptions
        {
            Strategies = new Dictionary<string, StrategyOptions>
            {
                ["paper/equity"] = new() { Kind = kind, Slices = slices, Every = Every, OffsetBps = offsetBps },
            },
        });
    }

    private QueryOutcome Ended(OrderReference asked, decimal filled)
    {
        var ticket = broker.Submitted.Single(sent => sent.ClientOrderId == asked.ClientOrderId);
        BrokerEvent.Filled[] fills = filled == 0m
            ? []
            : [new(asked.ClientOrderId, Start, $"x-{asked.ClientOrderId}", new Quantity(filled), 40m, Money.Zero(Currency.Usd))];
        return new QueryOutcome.Found(new BrokerOrder(
            asked.Venue, asked.Account, asked.ClientOrderId, "v", asked.Instrument, ticket.Side, ticket.Quantity,
            BrokerOrderStatus.Canceled, "", fills));
    }

    private async Task Tick(int minute)
    {
        desk.Clock.Set(Start + Every * minute);
        await desk.Worked.Handle(default);
        await desk.Dispatch.Handle(default);
    }

    private async Task Bars(DateTimeOffset at, decimal ko)
    {
        desk.Clock.Set(at);
        await desk.Worked.Handle(Slice(at, CloseOnly(Ko, ko)), default);
        await desk.Dispatch.Handle(default);
    }

    private async Task FillAll()
    {
        foreach (var order in await desk.Orders.In([OrderState.Accepted], default))
            await desk.Fill(order, order.LeavesQuantity, order.Intent.ReferencePrice);
        await desk.Worked.Handle(default);
    }

    private async Task<Order> Part(int leg, int attempt) => (await desk.Orders.In([OrderState.Accepted], default))
        .Single(order => order.Intent.Leg == leg && order.Intent.Attempt == attempt);

    private IEnumerable<decimal> Sent(Side side) =>
        broker.Submitted.Where(ticket => ticket.Side == side).Select(ticket => ticket.Quantity.Value);
}
