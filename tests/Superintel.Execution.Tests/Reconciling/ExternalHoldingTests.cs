using Superintel.Contracts.Events.V1;
using Superintel.Execution.Execution.External;
using Superintel.Execution.Execution.Orders;
using Superintel.Execution.Reconciliation;
using Superintel.Execution.Tests.Fakes;
using Superintel.Execution.Trading;
using Superintel.Kernel;
using static Superintel.Execution.Tests.Fakes.Given;

namespace Superintel.Execution.Tests.Reconciling;

/// <summary>Units at a venue that the desk did not trade.</summary>
public sealed class ExternalHoldingTests : OneVenueFixture
{
    protected override ScriptedBroker Script() => new() { OnQuery = _ => new QueryOutcome.Unavailable("silent") };

    [Test]
    public async Task Holding_that_was_there_before_is_acknowledged_and_new_risk_goes_through()
    {
        await Holds(500m);
        Assert.That(await Say(500m), Is.InstanceOf<HoldingOutcome.Acknowledged>());
        await Holds(500m);
        await Desk.Work(Cleared());

        Assert.That(Broker.Submitted, Has.Count.EqualTo(2));
        Assert.That(Desk.Events.Of<ExternalHoldingChanged>().Single(), Is.EqualTo(
            new ExternalHoldingChanged("paper", "paper", Ko, 500m, "sue", "held before", 1, Start)));
        Assert.That(Told(), Is.EqualTo(new[] { (0m, 0m, 500m, true), (0m, 500m, 500m, false) }));
    }

    [Test]
    public async Task Desk_trades_beside_a_holding_and_the_sums_agree()
    {
        await Holds(500m);
        await Say(500m);
        var (a, _) = await Desk.Work(Cleared(policy: "hold-and-alert"));
        await Desk.Fill(a, 100m, 40m);

        Assert.That(await Holds(600m), Is.Empty);
        var shown = (await new VenuePositions(Desk.Ledger, Desk.Holdings, Desk.Blocked).Handle(default)).Single();
        var (sums, blocked) = (shown.Position, shown.IsBlocked);
        Assert.That((sums.Ours, sums.External, sums.Theirs, blocked), Is.EqualTo((100m, 500m, 600m, false)));
    }

    [Test]
    public async Task Holding_that_changes_blocks_again_until_somebody_says_why()
    {
        await Holds(500m);
        await Say(500m);
        await Holds(450m);
        Assert.That((await Desk.Blocked.All(default)).Single().Difference, Is.EqualTo(-50m));
        await Say(-50m, "withdrawn");

        Assert.That((await Desk.Holdings.All(default)).Single(), Is.EqualTo(
            new ExternalHolding("paper", "paper", InstrumentId.Parse(Ko), 450m, "sue", "withdrawn", Start, 2)));
        Assert.That(await Holds(450m), Is.Empty);
    }

    [Test]
    public async Task Other_number_than_the_newest_comparison_s_is_refused()
    {
        await Holds(500m);
        Assert.That(await Say(499m), Is.EqualTo(new HoldingOutcome.OtherDifference(500m)));
        Assert.That(await Desk.Blocked.All(default), Has.Count.EqualTo(1));
        await Holds(0m);
        Assert.That(await Say(500m), Is.InstanceOf<HoldingOutcome.NoDifference>());
        Assert.That(await Desk.Holdings.All(default), Is.Empty);
    }

    [TestCase(OrderState.Accepted)]
    [TestCase(OrderState.Unknown)]
    public async Task Difference_beside_an_order_of_ours_is_not_acknowledged(OrderState state)
    {
        var (a, _) = await Desk.Work(Cleared(policy: "hold-and-alert"));
        if (state == OrderState.Unknown) await Desk.Hear(new BrokerEvent.OutcomeUnknown(a.Intent.ClientOrderId, Start, "silent"));
        await Holds(30m);

        Assert.That(await Say(30m), Is.EqualTo(new HoldingOutcome.OrderOpen(a.Intent.ClientOrderId)));
        Assert.That(await Desk.Blocked.All(default), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Same_comparison_twice_tells_nothing_the_second_time()
    {
        await Holds(500m);
        Desk.Clock.Set(Start.AddMinutes(1));
        await Holds(500m);
        await Holds(0m);
        await Holds(0m);

        Assert.That(Told(), Is.EqualTo(new[] { (0m, 0m, 500m, true), (0m, 0m, 0m, false) }));
    }

    private IEnumerable<(decimal, decimal, decimal, bool)> Told() => Desk.Events.Of<PositionMismatchChanged>()
        .Select(told => (told.LedgerQuantity, told.ExternalQuantity, told.VenueQuantity, told.IsBlocked));

    private async Task<IReadOnlyList<Execution.Control.BlockedInstrument>> Holds(decimal quantity)
    {
        Broker.Book = new BrokerSnapshot(
            [], quantity == 0m ? [] : [new BrokerPosition("paper", "paper", InstrumentId.Parse(Ko), quantity)]);
        return await Desk.ComparePositions();
    }

    private Task<HoldingOutcome> Say(decimal difference, string reason = "held before") =>
        Desk.Holding.Handle("paper", "paper", InstrumentId.Parse(Ko), difference, "sue", reason, default);
}
