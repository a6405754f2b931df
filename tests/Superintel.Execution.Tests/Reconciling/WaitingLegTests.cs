using Superintel.Contracts.Events.V1;
using Superintel.Execution.Reconciliation;
using Superintel.Execution.Trading;
using static Superintel.Execution.Tests.Fakes.Given;

namespace Superintel.Execution.Tests.Reconciling;

/// <summary>Legs, parts and unwindings of a pair order one of whose venues has not been compared.</summary>
public sealed class WaitingLegTests : TwoVenueFixture
{
    [Test]
    public async Task Leg_at_a_venue_that_was_compared_does_not_go_ahead_of_one_that_cannot()
    {
        await Open();
        await Desk.Place.Handle(Cleared(), default);
        Stop("binance");
        await Rounds();
        Assert.That(Broker.Submitted, Is.Empty, "half a pair is worse than none");

        await Desk.Compare(ReconcileOrders.Open, "binance");
        await Rounds();
        Assert.That(Broker.Submitted.Select(ticket => ticket.Venue), Is.EquivalentTo(new[] { "paper", "binance" }));
    }

    [Test]
    public async Task Leg_in_parts_makes_no_part_while_its_venue_waits_and_goes_on_after_it([Values("twap", "limit-chase")] string kind)
    {
        await Open(kind);
        await Desk.Place.Handle(OneLeg(Pg, Decision()), default);
        await Desk.Dispatch.Handle(default);
        var before = Broker.Submitted.Count;
        Stop("binance");
        Desk.Clock.Set(Start + (2 * Every));
        await Desk.Worked.Handle(Slice(Start + (2 * Every), CloseOnly(Pg, 90m)), default);
        await Rounds();
        Assert.That((Broker.Submitted.Count, Broker.Canceled.Count), Is.EqualTo((before, 0)));
        Assert.That(Desk.Events.Of<OrderSubmitted>(), Has.Count.EqualTo(before), "nothing is even stored");

        Broker.OnQuery = asked => new QueryOutcome.Found(Working(asked));
        await Desk.Compare(ReconcileOrders.Open, "binance");
        Broker.OnQuery = asked => new QueryOutcome.Found(Working(asked) with { Status = BrokerOrderStatus.Canceled });
        await Rounds();
        Assert.That(Broker.Submitted, Has.Count.EqualTo(before + 1));
        Assert.That(Broker.Submitted.Select(ticket => ticket.ClientOrderId), Is.Unique);
    }

    [Test]
    public async Task Part_of_a_leg_waits_for_the_venue_of_the_other_leg()
    {
        await Open("twap");
        await Desk.Work(Cleared());
        var before = Broker.Submitted.Count;
        Stop("binance");
        Desk.Clock.Set(Start + Every);
        await Rounds();

        Assert.That(Broker.Submitted, Has.Count.EqualTo(before), "paper's leg would run away from binance's");
    }

    [Test]
    public async Task Unwinding_waits_for_its_venue_and_goes_where_the_venue_was_compared([Values(Ko, Pg)] string filled)
    {
        await Open();
        var (a, b) = await Desk.Work(Cleared());
        Stop("binance");
        var (one, other) = filled == Ko ? (a, b) : (b, a);
        await Desk.Fill(one, one.Intent.Quantity.Value, 40m);
        await Desk.Hear(new BrokerEvent.Rejected(other.Intent.ClientOrderId, Start, "201", "No."));
        await Rounds();
        var unwound = Broker.Submitted.Skip(2).Select(ticket => ticket.Venue).ToArray();
        Assert.That(unwound, Is.EqualTo(filled == Ko ? new[] { "paper" } : []));

        await Desk.Compare(ReconcileOrders.Open, "binance");
        await Rounds();
        Assert.That(Broker.Submitted.Skip(2).Select(ticket => ticket.Instrument.ToString()), Is.EqualTo(new[] { filled }));
    }
}
