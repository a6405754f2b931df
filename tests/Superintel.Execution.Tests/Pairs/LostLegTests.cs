using Superintel.Execution.Execution.Control;
using Superintel.Execution.Execution.Orders;
using Superintel.Execution.Reconciliation;
using Superintel.Execution.Tests.Fakes;
using Superintel.Execution.Trading;
using Superintel.Execution.Trading.Composite;
using Superintel.Kernel;
using static Superintel.Execution.Tests.Fakes.Given;

namespace Superintel.Execution.Tests.Pairs;

/// <summary>What loses a leg is its venue's word, never the clock alone.</summary>
public sealed class LostLegTests : OneVenueFixture
{
    [Test]
    public async Task Leg_that_its_venue_did_not_tell_of_once_is_not_lost_by_an_outage([Values] bool isRestarted)
    {
        var (a, b) = await Desk.Work(Cleared());
        await Desk.Fill(a, 100m, 41m);
        await Forgets(b);
        Desk.Clock.Advance(TimeSpan.FromHours(9));
        if (isRestarted) Desk.Restart(VenueGate.Open());
        await Desk.Dispatch.Handle(default);
        Assert.That(Broker.Submitted, Has.Count.EqualTo(2), "nobody was asked meanwhile");
        await Forgets(b);
        await Desk.Dispatch.Handle(default);
        Assert.That(Broker.Submitted, Has.Count.EqualTo(2), "one late answer on either side of an outage");

        Desk.Clock.Advance(TimeSpan.FromMinutes(10));
        await Forgets(b);
        for (var look = 0; look < 3; look++) await Desk.Dispatch.Handle(default);
        Assert.That(Broker.Submitted[^1].Instrument.ToString(), Is.EqualTo(Ko), "it answers, and does not know");
    }

    [Test]
    public async Task Unknown_leg_is_not_lost_by_a_venue_that_cannot_be_asked()
    {
        Broker.OnSubmit = ticket => ticket is { Side: Side.Sell, Instrument: var id } && id == InstrumentId.Parse(Pg)
            ? new SubmitOutcome.Unknown("timeout")
            : new SubmitOutcome.Accepted("v-" + ticket.ClientOrderId);
        var (a, _) = await Desk.Work(Cleared());
        await Desk.Fill(a, 100m, 41m);
        await AskOfUnknown();
        Broker.OnQuery = _ => throw new BrokerUnavailableException("socket closed");
        for (var minute = 0; minute < 30; minute += 5)
        {
            Desk.Clock.Advance(TimeSpan.FromMinutes(5));
            await AskOfUnknown();
            await Desk.Dispatch.Handle(default);
        }

        Broker.OnQuery = null;
        await AskOfUnknown();
        await Desk.Dispatch.Handle(default);
        Assert.That(Broker.Submitted, Has.Count.EqualTo(2), "it has not been asked for so long, by the clock alone");
    }

    private Task AskOfUnknown() => Desk.Ask(ReconcileOrders.Unresolved);

    // A comparison that came through and in which the venue could not tell.
    private async Task Forgets(Order order) => await Desk.Note.Handle([order.Intent.ClientOrderId], default);
}
