using Superintel.Contracts.Events.V1;
using Superintel.Execution.Execution.Orders;
using Superintel.Execution.Reconciliation;
using Superintel.Execution.Trading;
using Superintel.Execution.Trading.Composite;
using static Superintel.Execution.Tests.Fakes.Given;

namespace Superintel.Execution.Tests.Reconciling;

/// <summary>What is known and told of a venue that waits, and what its comparison says of others.</summary>
public sealed class VenueStandingTests : TwoVenueFixture
{
    [Test]
    public async Task Comparison_of_one_venue_says_nothing_of_another()
    {
        await Open();
        Broker.Book = new BrokerSnapshot([], [new BrokerPosition("paper", "paper", Pair.A, 7m)]);
        await Desk.Compare(ReconcileOrders.Open, "paper");
        Broker.Book = new BrokerSnapshot([], []);
        var other = await Desk.Compare(ReconcileOrders.Open, "binance");

        Assert.That(other.Mismatches, Is.Empty);
        Assert.That((await Desk.Blocked.All(default)).Select(blocked => blocked.Venue), Is.EqualTo(new[] { "paper" }));
        await Desk.Compare(ReconcileOrders.Open, "paper");
        Assert.That(await Desk.Blocked.All(default), Is.Empty);
    }

    [Test]
    public async Task Wait_for_a_venue_and_its_end_are_told_once_and_a_start_without_one_tells_nothing()
    {
        await Open();
        Stop("binance");
        await Desk.Miss.Handle(Desk.Gate.Waiting("binance")!, default);
        Desk.Gate.Tell("binance");
        Desk.Gate.Fail("binance", "socket closed again");
        await Desk.Miss.Handle(Desk.Gate.Waiting("binance")!, default);
        await Desk.First.Handle("binance", default);
        Desk.Restart(new VenueGate([new Route("binance", "spot")], Start));
        await Desk.First.Handle("binance", default);

        Assert.That(Desk.Events.Of<VenueComparisonChanged>(), Is.EqualTo(new[]
        {
            new VenueComparisonChanged("binance", "spot", false, "socket closed", Start),
            new VenueComparisonChanged("binance", "spot", true, "", Start),
        }));
        Assert.That(Desk.Alerts.All.Select(alert => (alert.Code, alert.Subject)), Is.EqualTo(new[] { ("venue-not-compared", "binance") }));
    }

    [Test]
    public async Task Wait_that_could_not_be_told_at_first_is_told_with_the_next_attempt()
    {
        await Open();
        Stop("binance");
        Desk.Gate.Fail("binance", "its transaction failed the first time");
        await Desk.Miss.Handle(Desk.Gate.Waiting("binance")!, default);
        Assert.That(Desk.Alerts.All.Select(alert => alert.Code), Is.EqualTo(new[] { "venue-not-compared" }));
        Desk.Gate.Tell("binance");
        Desk.Gate.Pass("binance", Start);
        Assert.That(Desk.Gate.All[0].IsTold, Is.False, "a silence after it is told anew");
    }

    [Test]
    public async Task Venue_that_was_taken_out_is_not_judged_as_holding_nothing()
    {
        await Open();
        Broker.Book = new BrokerSnapshot([], []);
        await Desk.Place.Handle(OneLeg(Pair.A.ToString(), Decision(1)), default);
        await Desk.Dispatch.Handle(default);
        var order = (await Desk.Orders.In([OrderState.Accepted], default)).Single();
        await Desk.Fill(order, order.Intent.Quantity.Value, 40m);
        Desk.TakeOut("paper");

        Assert.That((await Desk.Compare(ReconcileOrders.Open, "binance")).Mismatches, Is.Empty);
        Assert.That(await Desk.Blocked.All(default), Is.Empty);
    }

    [Test]
    public async Task Nothing_is_opened_at_a_venue_that_fell_silent_and_everything_is_closed_until_it_answers_again()
    {
        await Open();
        Stop("binance");
        Desk.Gate.Pass("binance", Start);
        for (var failed = 1; failed <= VenueStanding.SilentAfter; failed++) Desk.Gate.Fail("binance", "key refused");
        await Desk.Place.Handle(Cleared(Decision(1)), default);
        Assert.That(Desk.Events.Of<OrderDenied>().Select(denied => denied.Code), Is.EqualTo(new[] { "venue-silent" }));
        Assert.That(Desk.Events.Of<OrderDenied>()[0].Detail, Does.Contain("key refused"));

        await Desk.Place.Handle(Cleared(Decision(2), intent: "close"), default);
        Desk.Gate.Pass("binance", Start);
        await Desk.Place.Handle(Cleared(Decision(3)), default);
        Assert.That(Desk.Events.Of<OrderDenied>(), Has.Count.EqualTo(1), "an exit and an entry were let in");
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
}
