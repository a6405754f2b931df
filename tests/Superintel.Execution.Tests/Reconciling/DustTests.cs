using Superintel.Contracts.Events.V1;
using Superintel.Execution.Execution.Orders;
using Superintel.Execution.Reconciliation;
using Superintel.Execution.Tests.Fakes;
using Superintel.Execution.Trading;
using Superintel.Kernel;
using static Superintel.Execution.Tests.Fakes.Given;

namespace Superintel.Execution.Tests.Reconciling;

/// <summary>What a venue holds and cannot trade, because it is less than its smallest step.</summary>
public sealed class DustTests : OneVenueFixture
{
    protected override ScriptedBroker Script() => new() { OnQuery = _ => new QueryOutcome.Unavailable("silent"), Least = 1m };

    [TestCase(0.75)]
    [TestCase(-0.75)]
    public async Task Difference_below_the_venue_s_step_is_told_and_blocks_nothing(double quantity)
    {
        var report = await Compare((decimal)quantity);
        await Desk.Work(Cleared());

        Assert.That((report.Mismatches.Length, report.Dust.Single().Difference), Is.EqualTo((0, (decimal)quantity)));
        Assert.That(Broker.Submitted, Has.Count.EqualTo(2));
        Assert.That(Told(), Is.EqualTo(new[] { ((decimal)quantity, false) }));
        var shown = (await new VenuePositions(Desk.Ledger, Desk.Holdings, Desk.Blocked).Handle(default)).Single();
        Assert.That((shown.Position.Difference, shown.IsBlocked), Is.EqualTo(((decimal)quantity, false)));
    }

    [Test]
    public async Task Dusts_that_add_up_to_a_lot_block_and_as_dust_again_they_do_not()
    {
        foreach (var quantity in new[] { 0.4m, 0.8m, 1.2m, 0.9m }) await Compare(quantity);
        Assert.That(Told(), Is.EqualTo(new[] { (0.4m, false), (0.8m, false), (1.2m, true), (0.9m, false) }));
        Assert.That(await Desk.Blocked.Find(InstrumentId.Parse(Ko), default), Is.Null);
    }

    [Test]
    public async Task Exactly_one_step_blocks()
    {
        Assert.That((await Compare(1m)).Mismatches, Has.Length.EqualTo(1));
        await Desk.Place.Handle(Cleared(), default);
        Assert.That(Desk.Events.Of<OrderDenied>().Single().Code, Is.EqualTo("position-mismatch"));
    }

    [Test]
    public async Task Least_quantity_that_moves_with_the_price_is_news_only_where_it_changes_what_blocks()
    {
        foreach (var least in new[] { 2m, 2.2m, 1.9m, 0.7m, 0.8m, 1.6m })
        {
            Broker.Least = least;
            Desk.Clock.Advance(TimeSpan.FromMinutes(1));
            await Compare(1m);
        }
        Assert.That(Told(), Is.EqualTo(new[] { (1m, false), (1m, true), (1m, false) }));
        Assert.That(Desk.Events.Of<PositionMismatchChanged>().Select(told => told.EventId), Is.Unique);
    }

    [Test]
    public async Task Dust_is_told_once_and_its_orders_are_asked_for_once()
    {
        var (a, _) = await Desk.Work(Cleared(policy: "hold-and-alert"));
        await Desk.Hear(new BrokerEvent.Canceled(a.Intent.ClientOrderId, Start, "day over"));
        Broker.OnQuery = asked => asked.ClientOrderId == a.Intent.ClientOrderId
            ? new QueryOutcome.Over("canceled, and nothing traded")
            : new QueryOutcome.Unavailable("busy");
        Broker.Asked.Clear();
        await Compare(0.5m);
        Assert.That(
            Broker.Asked.Select(asked => asked.ClientOrderId), Does.Contain(a.Intent.ClientOrderId), "a lot less its fee is dust, too");
        Broker.Asked.Clear();
        await Compare(0.5m);

        Assert.That(Broker.Asked.Select(asked => asked.ClientOrderId), Does.Not.Contain(a.Intent.ClientOrderId));
        Assert.That(Told(), Has.Exactly(1).Items);
    }

    [Test]
    public async Task Dust_may_be_acknowledged_and_agrees_from_then_on()
    {
        await Compare(0.5m);
        await Desk.Holding.Handle("paper", "paper", InstrumentId.Parse(Ko), 0.5m, "sue", "left over", default);
        Assert.That((await Compare(0.5m)).Dust, Is.Empty);
    }

    [Test]
    public async Task Difference_blocks_to_the_last_unit_where_the_venue_cannot_say_its_step()
    {
        Broker.Least = 0m;
        Assert.That((await Compare(0.5m)).Mismatches, Has.Length.EqualTo(1));
    }

    [Test]
    public async Task Difference_in_what_the_desk_does_not_know_is_no_dust() => Assert.That(
        (await Compare(0.5m, "XYZ.XNYS")).Mismatches.Single().Least, Is.Zero);

    private IEnumerable<(decimal, bool)> Told() =>
        Desk.Events.Of<PositionMismatchChanged>().Select(told => (told.VenueQuantity, told.IsBlocked));

    private Task<ReconciliationReport> Compare(decimal quantity, string instrument = Ko)
    {
        Broker.Book = new BrokerSnapshot([], [new BrokerPosition("paper", "paper", InstrumentId.Parse(instrument), quantity)]);
        return Desk.Compare(ReconcileOrders.Working);
    }
}
