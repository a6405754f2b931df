using Superintel.Execution.Execution.Orders;
using Superintel.Execution.Reconciliation;
using Superintel.Execution.Tests.Fakes;
using Superintel.Execution.Trading;
using Superintel.Kernel;
using static Superintel.Execution.Tests.Fakes.Given;

namespace Superintel.Execution.Tests.Reconciling;

/// <summary>An order that its venue once showed, and of which it can tell no more although it answers.</summary>
public sealed class ForgottenOrderTests : OneVenueFixture
{
    private bool isSilent;
    private bool isForgotten;

    [SetUp]
    public void Remember() => (isSilent, isForgotten) = (false, true);

    protected override ScriptedBroker Script() => new() { OnQuery = Answer };

    [Test]
    public async Task Order_its_venue_forgot_is_marked_at_once_and_alerts_once_past_the_patience()
    {
        var (a, b) = await Desk.Work(Cleared(policy: "hold-and-alert"));
        await Compare();
        Assert.That((await Now(a)).Progress.UnansweredSince, Is.EqualTo(Start));
        Desk.Clock.Set(Start.AddMinutes(9));
        await Compare();
        Assert.That(Alerted(), Is.Empty);

        for (var minute = 10; minute < 13; minute++)
        {
            Desk.Clock.Set(Start.AddMinutes(minute));
            await Compare();
        }

        Assert.That(Alerted(), Is.EqualTo(new[] { a.Intent.ClientOrderId.Value, b.Intent.ClientOrderId.Value }));
        Assert.That((await Now(a)).Progress.UnansweredSince, Is.EqualTo(Start), "since when, not of the newest look");
        Assert.That((await Now(a)).State, Is.EqualTo(OrderState.Accepted), "nobody has said what became of it");
    }

    [Test]
    public async Task Order_that_its_venue_tells_of_again_is_not_unanswered_any_more()
    {
        var (a, b) = await Desk.Work(Cleared(policy: "hold-and-alert"));
        await Compare();
        await Desk.Fill(b, 10m, 80m);
        Assert.That((await Now(b)).Progress.UnansweredSince, Is.Null, "an execution is word of it");
        isForgotten = false;
        await Compare();
        Assert.That((await Now(a)).Progress.UnansweredSince, Is.Null);
    }

    [Test]
    public async Task Venue_that_cannot_be_asked_has_forgotten_nothing()
    {
        var (a, _) = await Desk.Work(Cleared(policy: "hold-and-alert"));
        isSilent = true;
        Assert.That(() => Compare(), Throws.InstanceOf<BrokerUnavailableException>());
        Assert.That((await Now(a)).Progress.UnansweredSince, Is.Null);
    }

    private QueryOutcome Answer(OrderReference asked)
    {
        if (isSilent) throw new BrokerUnavailableException("socket closed");
        return isForgotten
            ? new QueryOutcome.Unavailable("It is from an earlier day.")
            : new QueryOutcome.Found(new BrokerOrder(
                asked.Venue, asked.Account, asked.ClientOrderId, "v-1", asked.Instrument, Side.Buy, new Quantity(100m),
                BrokerOrderStatus.Working, "", []));
    }

    private Task Compare()
    {
        Broker.Silence = isSilent ? "socket closed" : null;
        return Desk.Compare(ReconcileOrders.Working);
    }

    private async Task<Order> Now(Order order) => (await Desk.Orders.Find(order.Intent.ClientOrderId, default))!;

    private string[] Alerted() =>
        [.. Desk.Alerts.All.Where(alert => alert.Code == "order-unanswered").Select(alert => alert.Subject)];
}
