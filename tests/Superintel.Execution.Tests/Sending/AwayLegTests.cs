using Superintel.Contracts.Events.V1;
using Superintel.Execution.Execution.Orders;
using Superintel.Execution.Tests.Reconciling;
using Superintel.Execution.Trading;
using static Superintel.Execution.Tests.Fakes.Given;

namespace Superintel.Execution.Tests.Sending;

/// <summary>Pairs across two venues one of which is known to take nothing now.</summary>
public sealed class AwayLegTests : TwoVenueFixture
{
    [Test]
    public async Task Leg_does_not_go_ahead_of_one_whose_venue_is_known_to_be_away(
        [Values("paper", "binance")] string venue, [Values("open", "close")] string intent)
    {
        await Open();
        Broker.Away.Add(venue);
        await Desk.Place.Handle(Cleared(intent: intent), default);
        await Rounds();
        var (a, b) = await Desk.Legs(Cleared(intent: intent));
        Assert.That(Broker.Submitted, Is.Empty, "half a pair is worse than none");
        Assert.That((a.State, b.State), Is.EqualTo((OrderState.Initialized, OrderState.Initialized)));

        Broker.Away.Clear();
        await Rounds();
        Assert.That(Broker.Submitted.Select(ticket => ticket.Venue), Is.EqualTo(new[] { "paper", "binance" }));
    }

    [Test]
    public async Task Entry_that_waits_for_a_venue_past_its_clearance_ends_with_nothing_sent()
    {
        await Open();
        Broker.Away.Add("binance");
        await Desk.Place.Handle(Cleared(), default);
        await Rounds();
        Desk.Clock.Advance(TimeSpan.FromMinutes(5));
        await Rounds();

        Assert.That(Broker.Submitted, Is.Empty);
        Assert.That(Desk.Events.Of<PairOrderClosed>().Single().Outcome, Is.EqualTo("failed"));
    }

    [Test]
    public async Task First_leg_stays_when_the_venue_of_the_second_goes_away_before_its_turn()
    {
        await Open();
        await Desk.Place.Handle(Cleared(), default);
        var batch = await Desk.Prepare.Handle(default);
        Broker.Away.Add("binance");
        foreach (var dispatch in batch) await Desk.Record.Handle(dispatch, await Desk.Send.Handle(dispatch, default), default);
        Assert.That(Broker.Submitted, Is.Empty);

        Broker.Away.Clear();
        Desk.Clock.Advance(TimeSpan.FromSeconds(1));
        await Rounds();
        Assert.That(Broker.Submitted.Select(ticket => ticket.Venue), Is.EqualTo(new[] { "paper", "binance" }));
    }

    [Test]
    public async Task Second_leg_goes_when_the_venue_of_the_first_goes_away_behind_it()
    {
        await Open();
        await Desk.Place.Handle(Cleared(), default);
        var batch = await Desk.Prepare.Handle(default);
        await Desk.Record.Handle(batch[0], await Desk.Send.Handle(batch[0], default), default);
        Broker.Away.Add("paper");
        await Desk.Record.Handle(batch[1], await Desk.Send.Handle(batch[1], default), default);

        Assert.That(Broker.Submitted.Select(ticket => ticket.Venue), Is.EqualTo(new[] { "paper", "binance" }));
    }

    [Test]
    public async Task Unwinding_is_tried_whatever_is_known_of_its_venue()
    {
        await Open();
        var (a, b) = await Desk.Work(Cleared());
        await Desk.Fill(a, a.Intent.Quantity.Value, 40m);
        Broker.Away.UnionWith(["paper", "binance"]);
        await Desk.Hear(new BrokerEvent.Rejected(b.Intent.ClientOrderId, Start, "201", "No."));
        await Rounds();

        Assert.That(Broker.Submitted.Skip(2).Select(ticket => ticket.Instrument.ToString()), Is.EqualTo(new[] { Ko }));
    }

    [Test]
    public async Task Part_of_a_leg_waits_while_the_venue_of_the_other_leg_is_known_to_be_away([Values("paper", "binance")] string venue)
    {
        await Open("twap");
        await Desk.Work(Cleared());
        var before = Broker.Submitted.Count;
        Broker.Away.Add(venue);
        Desk.Clock.Set(Start + Every);
        await Rounds();
        Assert.That(Broker.Submitted, Has.Count.EqualTo(before), "one leg would run away from the other");

        Broker.Away.Clear();
        await Rounds();
        Assert.That(Broker.Submitted, Has.Count.EqualTo(before + 2));
    }
}
