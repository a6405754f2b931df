using Superintel.Execution.Trading;
using Superintel.TestKit;
using Superintel.VenueSimulator.Faults;

namespace Superintel.Execution.Tests.Trading.Ibkr.Adapter;

/// <summary>Numbers about an order that say neither that TWS has it nor that it refused it.</summary>
public sealed class IbkrDoubtTests
{
    private Trial trial = null!;

    [SetUp]
    public async Task Start() => trial = await Trial.Start(FaultPlan.None);

    [TearDown]
    public async Task Stop() => await trial.DisposeAsync();

    // A duplicate id, fractions, a time in force, a cash quantity, direct routing; and one that nobody has heard of.
    [TestCase(103)]
    [TestCase(10243)]
    [TestCase(10052)]
    [TestCase(10289)]
    [TestCase(10311)]
    [TestCase(77777)]
    public async Task Order_that_a_number_without_meaning_answers_is_asked_for_and_not_placed(int code)
    {
        var ticket = trial.Ticket(OrderType.Limit, limit: 60m);
        trial.Server.RefuseNext(code, "words that prove nothing");
        Assert.That(await trial.Broker.Submit(ticket, default), Is.InstanceOf<SubmitOutcome.Unknown>(), "at once");
        Assert.That(await trial.Broker.Submit(ticket, default), Is.InstanceOf<SubmitOutcome.Unknown>(), "not sent again");
        Assert.That((await trial.Broker.Snapshot(default)).WorkingOrders, Is.Empty);
        Assert.That(await trial.Broker.Query(Trial.Reference(ticket), default), Is.InstanceOf<QueryOutcome.Unavailable>());
        await trial.Restart();
        Assert.That(await trial.Resolved(ticket), Is.InstanceOf<QueryOutcome.NotPlaced>(), "after a restart");
        Assert.That(trial.Server.Exchange.Orders, Is.Empty);
    }

    [Test]
    public async Task Order_that_a_number_without_meaning_answers_is_not_placed_once_its_session_is_over()
    {
        var ticket = trial.Ticket(OrderType.Limit, limit: 60m);
        trial.Server.RefuseNext(10243, "fractional-sized order cannot be placed via API");
        await trial.Broker.Submit(ticket, default);
        trial.Server.DropAll();
        Assert.That(await trial.Resolved(ticket), Is.InstanceOf<QueryOutcome.NotPlaced>());
    }

    [Test]
    public async Task Order_that_a_number_without_meaning_answers_tells_no_acceptance()
    {
        var (doubtful, plain) = (trial.Ticket(OrderType.Limit, limit: 60m), trial.Ticket(OrderType.Limit, limit: 60m));
        trial.Server.RefuseNext(10243, "fractional-sized order cannot be placed via API");
        await trial.Broker.Submit(doubtful, default);
        await trial.Broker.Submit(plain, default);
        await foreach (var told in trial.Broker.Events(default))
        {
            Assert.That(told.ClientOrderId, Is.EqualTo(plain.ClientOrderId));
            if (told is BrokerEvent.Accepted) return;
        }
    }

    [Test]
    public async Task Order_after_a_duplicate_id_gets_an_id_that_TWS_takes()
    {
        trial.Server.RefuseNext(103, "Duplicate order id");
        await trial.Broker.Submit(trial.Ticket(OrderType.Limit, limit: 60m), default);
        var next = await trial.Broker.Submit(trial.Ticket(OrderType.Limit, limit: 60m), default);
        Assert.That(next, Is.InstanceOf<SubmitOutcome.Accepted>());
    }

    [Test]
    public async Task Order_that_TWS_lists_is_found_whatever_number_came_first()
    {
        await trial.DisposeAsync();
        trial = await Trial.Start(new FaultPlan([], [new(FaultPoint.Submit, 1, Fault.ErrorAfterAcceptance)], 5), patience: Trial.Minute);
        var ticket = trial.Ticket(OrderType.Limit, limit: 60m);
        await trial.Broker.Submit(ticket, default);
        var found = await trial.Resolved(ticket, answer => answer is QueryOutcome.Found);
        Assert.That(((QueryOutcome.Found)found).Order.Status, Is.EqualTo(BrokerOrderStatus.Working));
    }
}
