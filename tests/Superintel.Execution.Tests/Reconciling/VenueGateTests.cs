using Superintel.Contracts.Events.V1;
using Superintel.Execution.Execution.Control;
using Superintel.Execution.Execution.Orders;
using Superintel.Execution.Execution.Strategies;
using Superintel.Execution.Reconciliation;
using Superintel.Execution.Tests.Fakes;
using Superintel.Execution.Trading;
using Superintel.Execution.Trading.Composite;
using Superintel.Kernel;
using static Superintel.Execution.Tests.Fakes.Given;

namespace Superintel.Execution.Tests.Reconciling;

/// <summary>
/// A venue that has not been compared since the service began: no order goes there, whoever wants it, and none is lost or doubled once it
/// answers. KO trades at paper, PG at binance.
/// </summary>
public sealed class VenueGateTests
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);
    private ScriptedBroker broker = null!;
    private Desk desk = null!;

    [Test]
    public async Task Clearance_with_a_leg_at_a_venue_that_was_not_compared_is_denied_an_exit_too([Values("open", "close")] string intent)
    {
        await Open();
        Stop("binance");
        await desk.Place.Handle(Cleared(intent: intent), default);
        await Rounds();

        Assert.That(Denials(), Is.EqualTo(new[] { "venue-not-compared" }));
        Assert.That(desk.Events.Of<OrderDenied>()[0].Detail, Does.Contain("binance").And.Contain("socket closed"));
        Assert.That(broker.Submitted, Is.Empty);
    }

    [Test]
    public async Task Hedge_is_denied_where_its_venue_was_not_compared_and_goes_where_it_was()
    {
        await Open();
        Stop("binance");
        await desk.Place.Handle(OneLeg(Pg, Decision(1)), default);
        await desk.Place.Handle(OneLeg(Ko, Decision(2)), default);
        await desk.Dispatch.Handle(default);

        Assert.That(Denials(), Is.EqualTo(new[] { "venue-not-compared" }));
        Assert.That(broker.Submitted.Select(ticket => ticket.Venue), Is.EqualTo(new[] { "paper" }));
    }

    [Test]
    public async Task Order_stored_before_a_stop_waits_for_its_venue_and_leaves_once()
    {
        await Open();
        await desk.Place.Handle(OneLeg(Pg, Decision()), default);
        Stop("binance");
        await Rounds();
        Assert.That(broker.Submitted, Is.Empty);

        await desk.Compare(ReconcileOrders.Open, "binance");
        await Rounds();
        Assert.That(broker.Submitted.Select(ticket => ticket.Venue), Is.EqualTo(new[] { "binance" }));
    }

    [Test]
    public async Task Leg_at_a_venue_that_was_compared_does_not_go_ahead_of_one_that_cannot()
    {
        await Open();
        await desk.Place.Handle(Cleared(), default);
        Stop("binance");
        await Rounds();
        Assert.That(broker.Submitted, Is.Empty, "half a pair is worse than none");

        await desk.Compare(ReconcileOrders.Open, "binance");
        await Rounds();
        Assert.That(broker.Submitted.Select(ticket => ticket.Venue), Is.EquivalentTo(new[] { "paper", "binance" }));
    }

    [Test]
    public async Task Order_on_its_way_at_a_stop_is_unknown_until_the_venue_answers_and_is_not_sent_again()
    {
        await Open();
        await desk.Place.Handle(OneLeg(Pg, Decision()), default);
        var taken = (await desk.Prepare.Handle(default)).Single().Order;
        Stop("binance");
        var waiting = desk.Gate.Waiting("binance")!;
        await desk.Miss.Handle(waiting with { Venue = "ibkr" }, default);
        Assert.That((await Now(taken)).State, Is.EqualTo(OrderState.Submitted), "it is not at that venue");
        await desk.Miss.Handle(waiting, default);
        await desk.Miss.Handle(waiting with { Failures = 2 }, default);
        await Rounds();
        Assert.That((await Now(taken)).State, Is.EqualTo(OrderState.Unknown));
        Assert.That(desk.Events.Of<OrderOutcomeUnknown>(), Has.Count.EqualTo(1));
        Assert.That(broker.Asked, Is.Empty, "the resolver leaves the venue to its comparison");

        broker.OnQuery = _ => new QueryOutcome.NotPlaced("the book does not have it");
        await desk.Compare(ReconcileOrders.Open, "binance");
        await Rounds();
        Assert.That((await Now(taken)).State, Is.EqualTo(OrderState.Rejected));
        Assert.That(broker.Submitted, Is.Empty);
    }

    [Test]
    public async Task Leg_in_parts_makes_no_part_while_its_venue_waits_and_goes_on_after_it([Values("twap", "limit-chase")] string kind)
    {
        await Open(kind);
        await desk.Place.Handle(OneLeg(Pg, Decision()), default);
        await desk.Dispatch.Handle(default);
        var before = broker.Submitted.Count;
        Stop("binance");
        desk.Clock.Set(Start + (2 * Every));
        await desk.Worked.Handle(Slice(Start + (2 * Every), CloseOnly(Pg, 90m)), default);
        await Rounds();
        Assert.That((broker.Submitted.Count, broker.Canceled.Count), Is.EqualTo((before, 0)));
        Assert.That(desk.Events.Of<OrderSubmitted>(), Has.Count.EqualTo(before), "nothing is even stored");

        broker.OnQuery = asked => new QueryOutcome.Found(Working(asked));
        await desk.Compare(ReconcileOrders.Open, "binance");
        broker.OnQuery = asked => new QueryOutcome.Found(Working(asked) with { Status = BrokerOrderStatus.Canceled });
        await Rounds();
        Assert.That(broker.Submitted, Has.Count.EqualTo(before + 1));
        Assert.That(broker.Submitted.Select(ticket => ticket.ClientOrderId), Is.Unique);
    }

    [Test]
    public async Task Part_of_a_leg_waits_for_the_venue_of_the_other_leg()
    {
        await Open("twap");
        await desk.Work(Cleared());
        var before = broker.Submitted.Count;
        Stop("binance");
        desk.Clock.Set(Start + Every);
        await Rounds();

        Assert.That(broker.Submitted, Has.Count.EqualTo(before), "paper's leg would run away from binance's");
    }

    [Test]
    public async Task Unwinding_waits_for_its_venue_and_goes_where_the_venue_was_compared([Values(Ko, Pg)] string filled)
    {
        await Open();
        var (a, b) = await desk.Work(Cleared());
        Stop("binance");
        var (one, other) = filled == Ko ? (a, b) : (b, a);
        await desk.Fill(one, one.Intent.Quantity.Value, 40m);
        await desk.Hear(new BrokerEvent.Rejected(other.Intent.ClientOrderId, Start, "201", "No."));
        await Rounds();
        var unwound = broker.Submitted.Skip(2).Select(ticket => ticket.Venue).ToArray();
        Assert.That(unwound, Is.EqualTo(filled == Ko ? new[] { "paper" } : []));

        await desk.Compare(ReconcileOrders.Open, "binance");
        await Rounds();
        Assert.That(broker.Submitted.Skip(2).Select(ticket => ticket.Instrument.ToString()), Is.EqualTo(new[] { filled }));
    }

    [Test]
    public async Task Flattening_is_denied_and_a_halt_takes_back_what_works_there_all_the_same()
    {
        await Open();
        await desk.Work(Cleared(policy: "cancel-rest"));
        Stop("binance");
        await desk.Follow.Handle(new TradingStateChanged("reduce-only", true, "", "test", 1, Start), default);
        await desk.Place.Handle(Cleared(Decision(1), intent: "close"), default);
        await Rounds();
        Assert.That(Denials(), Is.EqualTo(new[] { "venue-not-compared" }));
        Assert.That(broker.Canceled.Select(order => order.Venue), Is.EqualTo(new[] { "paper" }));

        await desk.Follow.Handle(new TradingStateChanged("halted", true, "", "test", 2, Start), default);
        await Rounds();
        Assert.That(broker.Canceled.Select(order => order.Venue), Is.EqualTo(new[] { "paper", "binance" }));
        Assert.That(broker.Submitted, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Order_of_a_sender_that_did_not_ask_does_not_leave_either()
    {
        await Open();
        await desk.Place.Handle(OneLeg(Pg, Decision()), default);
        var taken = (await desk.Prepare.Handle(default)).Single();
        Stop("binance");
        var result = await desk.Send.Handle(taken, default);

        Assert.That(result.Events.Single(), Is.InstanceOf<BrokerEvent.Rejected>().With.Property("Code").EqualTo("venue-not-compared"));
        Assert.That(broker.Submitted, Is.Empty);
    }

    [Test]
    public async Task Comparison_of_one_venue_says_nothing_of_another()
    {
        await Open();
        broker.Book = new BrokerSnapshot([], [new BrokerPosition("paper", "paper", Pair.A, 7m)]);
        await desk.Compare(ReconcileOrders.Open, "paper");
        broker.Book = new BrokerSnapshot([], []);
        var other = await desk.Compare(ReconcileOrders.Open, "binance");

        Assert.That(other.Mismatches, Is.Empty);
        Assert.That((await desk.Blocked.All(default)).Select(blocked => blocked.Venue), Is.EqualTo(new[] { "paper" }));
        await desk.Compare(ReconcileOrders.Open, "paper");
        Assert.That(await desk.Blocked.All(default), Is.Empty);
    }

    [Test]
    public async Task Wait_for_a_venue_and_its_end_are_told_once_and_a_start_without_one_tells_nothing()
    {
        await Open();
        Stop("binance");
        await desk.Miss.Handle(desk.Gate.Waiting("binance")!, default);
        desk.Gate.Fail("binance", "socket closed again");
        await desk.Miss.Handle(desk.Gate.Waiting("binance")!, default);
        await desk.First.Handle("binance", default);
        desk.Restart(new VenueGate([new Route("binance", "spot")], Start));
        await desk.First.Handle("binance", default);

        Assert.That(desk.Events.Of<VenueComparisonChanged>(), Is.EqualTo(new[]
        {
            new VenueComparisonChanged("binance", "spot", false, "socket closed", Start),
            new VenueComparisonChanged("binance", "spot", true, "", Start),
        }));
        Assert.That(desk.Alerts.All.Select(alert => (alert.Code, alert.Subject)), Is.EqualTo(new[] { ("venue-not-compared", "binance") }));
    }

    [Test]
    public void Gate_counts_what_failed_and_opens_at_the_first_comparison_only()
    {
        var gate = new VenueGate([new Route("binance", "spot"), new Route("paper", "paper")], Start);
        Assert.That((gate.Fail("binance", "one"), gate.Fail("binance", "two")), Is.EqualTo((1, 2)));
        Assert.That(gate.Waiting("binance"), Is.EqualTo(new VenueStanding("binance", "spot", Start, null, 2, "two")));
        Assert.That((gate.IsOpen("binance"), gate.IsOpen("paper"), gate.IsOpen("gone")), Is.EqualTo((false, false, true)));

        Assert.That((gate.Pass("binance", Start), gate.Pass("binance", Start.AddDays(1))), Is.EqualTo((true, false)));
        gate.Fail("binance", "three");
        Assert.That(gate.IsOpen("binance"), "what goes away later has unknown outcomes, as ever");
        Assert.That(gate.All[0], Is.EqualTo(new VenueStanding("binance", "spot", Start, Start.AddDays(1), 1, "three")));
    }

    [Test]
    public void Venue_is_asked_again_after_ever_longer_pauses_of_half_a_minute_at_most()
    {
        var pauses = Enumerable.Range(1, 8).Select(failures => AskAgain.After(failures).TotalSeconds);
        Assert.That(pauses, Is.EqualTo(new[] { 1, 2, 4, 8, 16, 30, 30, 30 }));
        Assert.That(AskAgain.After(int.MaxValue), Is.EqualTo(TimeSpan.FromSeconds(30)));
        Assert.That(() => AskAgain.After(0), Throws.InstanceOf<ArgumentOutOfRangeException>());
    }

    private static OrderCleared OneLeg(string instrument, DecisionId decision)
    {
        var cleared = Cleared(decision);
        return cleared with { Legs = [.. cleared.Legs.Where(leg => leg.InstrumentId == instrument)] };
    }

    private async Task Open(string? strategy = null)
    {
        broker = new ScriptedBroker();
        desk = new Desk(broker, new ExecutionOptions
        {
            Routes = new SortedDictionary<string, string> { ["equity"] = "paper", ["crypto"] = "binance" },
            Accounts = new SortedDictionary<string, string> { ["paper"] = "paper", ["binance"] = "spot" },
            Strategies = strategy is null
                ? new SortedDictionary<string, StrategyOptions>()
                : new SortedDictionary<string, StrategyOptions>
            {
                ["paper"] = new() { Kind = strategy, Slices = 3, Every = Every },
                ["binance"] = new() { Kind = strategy, Slices = 3, Every = Every },
            },
        });
        await desk.List(Listed(Ko));
        await desk.List(Listed(Pg, "crypto"));
    }

    // Killed and started again; this venue does not answer.
    private void Stop(string venue)
    {
        desk.Restart(new VenueGate([new Route(venue, "spot")], Start));
        desk.Gate.Fail(venue, "socket closed");
    }

    private async Task Rounds()
    {
        for (var round = 0; round < 3; round++)
        {
            await desk.Resolve.Handle(default);
            await desk.Dispatch.Handle(default);
        }
    }

    private static BrokerOrder Working(OrderReference asked) => new(
        asked.Venue, asked.Account, asked.ClientOrderId, "v-" + asked.ClientOrderId, asked.Instrument, Side.Sell, new Quantity(50m),
        BrokerOrderStatus.Working, "", []);

    private string[] Denials() => [.. desk.Events.Of<OrderDenied>().Select(denied => denied.Code)];

    private async Task<Order> Now(Order order) => (await desk.Orders.Find(order.Intent.ClientOrderId, default))!;
}
