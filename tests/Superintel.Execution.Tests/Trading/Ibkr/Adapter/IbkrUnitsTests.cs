using Superintel.Execution.Trading;
using Superintel.Kernel;
using Superintel.TestKit;
using Superintel.VenueSimulator.Faults;

namespace Superintel.Execution.Tests.Trading.Ibkr.Adapter;

/// <summary>TWS counts contracts, the desk counts units: fifty of the S&amp;P 500 are one E-mini.</summary>
public sealed class IbkrUnitsTests
{
    private Trial trial = null!;

    [SetUp]
    public async Task Start() => trial = await Trial.Start(FaultPlan.None);

    [TearDown]
    public async Task Stop() => await trial.DisposeAsync();

    [Test]
    public async Task Hundred_units_are_two_contracts_and_come_back_as_hundred_units_over_a_restart()
    {
        var ticket = Future(100m);
        Assert.That(await trial.Broker.Submit(ticket, default), Is.InstanceOf<SubmitOutcome.Accepted>());
        Assert.That(trial.Server.Exchange.Orders.Single().Ticket.Quantity, Is.EqualTo(2m));
        await trial.Restart();

        var filled = await trial.Resolved(ticket, answer => answer is QueryOutcome.Found { Order.Status: BrokerOrderStatus.Filled });
        var order = ((QueryOutcome.Found)filled).Order;
        Assert.That((order.Quantity.Value, order.Fills.Sum(fill => fill.Quantity.Value)), Is.EqualTo((100m, 100m)));
        Assert.That(order.Fills[0].Price, Is.EqualTo(trial.Server.Exchange.Fills[0].Price), "a price is of one unit");
        var held = await Eventually.Get(
            async () => (await trial.Broker.Snapshot(default)).Positions, positions => positions.Count > 0, "the position is told");
        Assert.That(held.Single().Quantity, Is.EqualTo(100m));
    }

    [TestCase(75)]
    [TestCase(2)]
    public async Task Units_that_are_no_whole_contracts_are_refused_and_nothing_leaves(int units)
    {
        Assert.That(await trial.Broker.Submit(Future(units), default),
            Is.InstanceOf<SubmitOutcome.Rejected>().With.Property(nameof(SubmitOutcome.Rejected.Code)).EqualTo("not-expressible"));
        Assert.That(trial.Server.Exchange.Orders, Is.Empty);
    }

    private OrderTicket Future(decimal units) => trial.Ticket(OrderType.Market, units) with
    {
        Instrument = InstrumentId.Parse("ESZ6.XCME"), AssetClass = AssetClass.Future, LotSize = 50m,
    };
}
