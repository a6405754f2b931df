using Superintel.Contracts.Events.V1;
using Superintel.Execution.Execution.Orders;
using Superintel.Execution.Reconciliation;
using Superintel.Execution.Tests.Fakes;
using Superintel.Execution.Trading;
using static Superintel.Execution.Tests.Fakes.Given;

namespace Superintel.Execution.Tests.Reconciling;

/// <summary>An order that its venue has archived.</summary>
public sealed class LostOrderTests
{
    private ScriptedBroker broker = null!;
    private Desk desk = null!;

    [SetUp]
    public async Task Open()
    {
        broker = new ScriptedBroker();
        desk = await Desk.Open(broker);
    }

    [Test]
    public async Task Order_that_its_venue_will_never_tell_of_stays_unknown_and_is_named_once()
    {
        var (a, _) = await desk.Work(Cleared());
        broker.OnQuery = _ => new QueryOutcome.Unavailable("archived, and its number is not known") { IsLost = true };
        for (var look = 0; look < 3; look++) await desk.Ask(ReconcileOrders.Open);

        var alert = desk.Alerts.All.Where(one => one.Code == "order-lost" && one.Subject == a.Intent.ClientOrderId.Value).ToArray();
        Assert.That(alert, Has.Length.EqualTo(1));
        Assert.That(alert[0].Detail, Does.Contain("archived").And.Contain("paper").And.Contain(Ko));
        Assert.That((await desk.Orders.Find(a.Intent.ClientOrderId, default))!.State.IsOver(), Is.False);
    }

    [Test]
    public async Task Order_that_ended_without_a_trade_and_was_archived_is_over()
    {
        broker.OnSubmit = _ => new SubmitOutcome.Unknown("timeout");
        var (a, b) = await desk.Work(Cleared());
        broker.OnQuery = _ => new QueryOutcome.Over("canceled or expired without a trade");
        await desk.Ask(ReconcileOrders.Open);
        await desk.Dispatch.Handle(default);

        foreach (var order in new[] { a, b })
            Assert.That((await desk.Orders.Find(order.Intent.ClientOrderId, default))!.State, Is.EqualTo(OrderState.Canceled));
        Assert.That(desk.Events.Of<PairOrderClosed>().Single().Outcome, Is.EqualTo("failed"));
    }
}
