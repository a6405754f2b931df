using Superintel.Contracts.Events.V1;
using Superintel.Execution.Execution.Orders;
using Superintel.Execution.Reconciliation;
using Superintel.Execution.Tests.Fakes;
using Superintel.Execution.Trading;
using static Superintel.Execution.Tests.Fakes.Given;

namespace Superintel.Execution.Tests.Reconciling;

/// <summary>An order that its venue has archived.</summary>
public sealed class LostOrderTests : OneVenueFixture
{
    [Test]
    public async Task Order_that_its_venue_will_never_tell_of_stays_unknown_and_is_named_once()
    {
        var (a, _) = await Desk.Work(Cleared());
        Broker.OnQuery = _ => new QueryOutcome.Unavailable("archived, and its number is not known") { IsLost = true };
        for (var look = 0; look < 3; look++) await Desk.Ask(ReconcileOrders.Open);

        var alert = Desk.Alerts.All.Where(one => one.Code == "order-lost" && one.Subject == a.Intent.ClientOrderId.Value).ToArray();
        Assert.That(alert, Has.Length.EqualTo(1));
        Assert.That(alert[0].Detail, Does.Contain("archived").And.Contain("paper").And.Contain(Ko));
        Assert.That((await Desk.Orders.Find(a.Intent.ClientOrderId, default))!.State.IsOver(), Is.False);
    }

    [Test]
    public async Task Order_that_ended_without_a_trade_and_was_archived_is_over()
    {
        Broker.OnSubmit = _ => new SubmitOutcome.Unknown("timeout");
        var (a, b) = await Desk.Work(Cleared());
        Broker.OnQuery = _ => new QueryOutcome.Over("canceled or expired without a trade");
        await Desk.Ask(ReconcileOrders.Open);
        await Desk.Dispatch.Handle(default);

        foreach (var order in new[] { a, b })
            Assert.That((await Desk.Orders.Find(order.Intent.ClientOrderId, default))!.State, Is.EqualTo(OrderState.Canceled));
        Assert.That(Desk.Events.Of<PairOrderClosed>().Single().Outcome, Is.EqualTo("failed"));
    }
}
