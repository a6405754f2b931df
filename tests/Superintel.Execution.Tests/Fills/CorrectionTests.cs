using Superintel.Contracts.Events.V1;
using Superintel.Execution.Execution;
using Superintel.Execution.Execution.Fills;
using Superintel.Execution.Execution.Orders;
using Superintel.Execution.Execution.Pairs;
using Superintel.Execution.Tests.Fakes;
using Superintel.Execution.Trading;
using Superintel.Kernel;
using static Superintel.Execution.Tests.Fakes.Given;

namespace Superintel.Execution.Tests.Fills;

/// <summary>What a venue says of an execution after it was booked.</summary>
public sealed class CorrectionTests
{
    private static Money Dollars(decimal amount) => new(amount, Currency.Usd);

    [Test]
    public async Task Corrected_price_reverses_what_stood_and_adds_what_is()
    {
        var desk = await Desk.Open(new ScriptedBroker());
        var (order, _) = await desk.Work(Cleared());
        await desk.Hear(desk.Execution(order, 100m, 40m, "x") with { Commission = Dollars(1m) });

        var outcome = await desk.Hear(desk.Execution(order, 100m, 41m, "x") with { Revision = 2, Commission = Dollars(1.5m) });

        var after = await After(desk, order);
        Assert.That(outcome, Is.EqualTo(ApplyOutcome.Applied));
        Assert.That((await desk.FillsOf(order)).Select(fill => (fill.Kind, fill.Revision, fill.Units, fill.Price, fill.Commission.Amount)),
            Is.EqualTo(new[]
            {
                (FillKind.Execution, 1, 100m, 40m, 1m), (FillKind.Reversal, 1, -100m, 40m, -1m), (FillKind.Execution, 2, 100m, 41m, 1.5m),
            }));
        Assert.That((after.State, after.AveragePrice, after.Progress.Commissions.In(Currency.Usd)),
            Is.EqualTo((OrderState.Filled, (decimal?)41m, 1.5m)));
        var told = desk.Events.Of<FillCorrected>().Single();
        Assert.That((told.Revision, told.Price, told.ReplacedPrice, told.Commission, told.ReplacedCommission, told.OrderStatus),
            Is.EqualTo((2, 41m, 40m, (decimal?)1.5m, 1m, "filled")));
        Assert.That(desk.Alerts.All.Select(alert => alert.Code), Is.EqualTo(new[] { "fill-corrected" }));
    }

    [Test]
    public async Task Execution_that_is_booked_for_another_order_is_told_to_a_person_once()
    {
        var desk = await Desk.Open(new ScriptedBroker());
        var (order, other) = await desk.Work(Cleared());
        await desk.Hear(desk.Execution(other, 10m, 80m, "x"));
        var first = await desk.Hear(desk.Execution(order, 100m, 41m, "x"));
        await desk.Hear(desk.Execution(order, 100m, 41m, "x"));

        Assert.That(first, Is.EqualTo(ApplyOutcome.Contradiction));
        Assert.That(
            desk.Alerts.All.Select(alert => (alert.Code, alert.Subject)),
            Is.EqualTo(new[] { ("contradiction", order.Intent.ClientOrderId.Value) }));
        Assert.That((await After(desk, order)).Progress.CumulativeQuantity, Is.Zero);
    }

    [TestCase(3, 2)]
    [TestCase(2, 1)]
    [TestCase(2, 2)]
    public async Task Older_or_repeated_revision_changes_nothing(int first, int second)
    {
        var desk = await Desk.Open(new ScriptedBroker());
        var (order, _) = await desk.Work(Cleared());
        await desk.Hear(desk.Execution(order, 60m, 40m, "x") with { Revision = first });
        var before = await After(desk, order);

        var outcome = await desk.Hear(desk.Execution(order, 50m, 39m, "x") with { Revision = second });

        Assert.That(outcome, Is.EqualTo(ApplyOutcome.Ignored));
        Assert.That(await After(desk, order), Is.EqualTo(before));
        Assert.That(await desk.FillsOf(order), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Execution_that_was_taken_back_leaves_nothing_of_a_working_order()
    {
        var desk = await Desk.Open(new ScriptedBroker());
        var (order, _) = await desk.Work(Cleared());
        await desk.Hear(desk.Execution(order, 30m, 40m, "x") with { Commission = Dollars(1m) });

        await desk.Hear(desk.Execution(order, 0m, 40m, "x") with { Revision = 2 });

        var after = await After(desk, order);
        Assert.That((after.State, after.Progress.CumulativeQuantity, after.LeavesQuantity), Is.EqualTo((OrderState.Accepted, 0m, 100m)));
        Assert.That(after.Progress.Commissions, Is.EqualTo(Commissions.None));
        Assert.That(await desk.Ledger.Positions(default), Is.Empty);
    }

    [Test]
    public async Task Filled_order_that_a_correction_leaves_short_is_canceled_and_its_pair_follows_the_policy_once()
    {
        var desk = await Desk.Open(new ScriptedBroker());
        var cleared = Cleared();
        var (a, b) = await desk.Work(cleared);
        await desk.Fill(a, 100m, 40m, "x");

        await desk.Hear(desk.Execution(a, 70m, 40m, "x") with { Revision = 2 });
        await desk.Hear(new BrokerEvent.Canceled(b.Intent.ClientOrderId, Start, "asked for"));

        var after = await After(desk, a);
        Assert.That((after.State, after.Progress.CumulativeQuantity, after.LeavesQuantity), Is.EqualTo((OrderState.Canceled, 70m, 0m)));
        var unwinding = (await desk.Orders.Of(new ClearanceId(cleared.ClearanceId), default)).Single(o => o.Intent.Attempt > 0);
        Assert.That((unwinding.Intent.Instrument, unwinding.Intent.Quantity.Value), Is.EqualTo((a.Intent.Instrument, 70m)));
        Assert.That(desk.Events.Of<OrderClosed>().Count(told => told.ClientOrderId == a.Intent.ClientOrderId.Value), Is.EqualTo(1));
    }

    [Test]
    public async Task Commission_of_an_order_is_pending_until_each_execution_has_its_cost()
    {
        var desk = await Desk.Open(new ScriptedBroker());
        var (order, _) = await desk.Work(Cleared());
        async Task<int> Pending() => (await After(desk, order)).Progress.PendingCommissions;

        var (first, second) = (desk.Execution(order, 30m, 40m, "x"), desk.Execution(order, 30m, 40m, "y"));
        await desk.Hear(first with { CommissionPending = true });
        await desk.Hear(second with { CommissionPending = true });
        await desk.Hear(desk.Execution(order, 10m, 40m, "z") with { Commission = Dollars(1m) });
        Assert.That(await Pending(), Is.EqualTo(2));
        await desk.Hear(first with { Commission = Dollars(0.35m) });
        await desk.Hear(first with { Commission = Dollars(0.35m) });
        Assert.That(await Pending(), Is.EqualTo(1));
        await desk.Hear(second with { Revision = 2, CommissionPending = true });
        Assert.That(await Pending(), Is.EqualTo(1), "the correction takes back what had no cost and has none yet");
        await desk.Hear(second with { Revision = 3, Commission = Dollars(0.2m) });
        Assert.That(await Pending(), Is.Zero);
        await desk.Hear(first with { Revision = 2, Commission = Dollars(0.3m) });
        Assert.That(await Pending(), Is.Zero, "the correction takes back a cost that was told");
        Assert.That((await After(desk, order)).Progress.Commissions.In(Currency.Usd), Is.EqualTo(1.5m));
    }

    [Test]
    public async Task Commission_that_comes_later_is_booked_once_and_until_then_it_is_pending()
    {
        var desk = await Desk.Open(new ScriptedBroker());
        var (order, _) = await desk.Work(Cleared());
        var unpriced = desk.Execution(order, 30m, 40m, "x") with { CommissionPending = true };
        await desk.Hear(unpriced);
        Assert.That((await desk.FillsOf(order)).Single().CommissionPending, Is.True);
        Assert.That(desk.Events.Of<OrderFilled>().Single().CommissionPending, Is.True);

        var priced = unpriced with { CommissionPending = false, Commission = Dollars(0.35m) };
        foreach (var told in new[] { priced, unpriced, priced }) await desk.Hear(told);

        Assert.That((await After(desk, order)).Progress.Commissions.In(Currency.Usd), Is.EqualTo(0.35m));
        Assert.That((await desk.FillsOf(order)).Select(fill => (fill.Kind, fill.Units, fill.Commission.Amount)),
            Is.EqualTo(new[] { (FillKind.Execution, 30m, 0m), (FillKind.Commission, 0m, 0.35m) }));
        var booked = desk.Events.Of<CommissionBooked>().Single();
        Assert.That((booked.ExecutionId, booked.Revision, booked.Commission), Is.EqualTo(("x", 1, 0.35m)));
    }

    [Test]
    public async Task Correction_takes_back_the_commission_that_came_later_too()
    {
        var desk = await Desk.Open(new ScriptedBroker());
        var (order, _) = await desk.Work(Cleared());
        var unpriced = desk.Execution(order, 30m, 40m, "x") with { CommissionPending = true };
        await desk.Hear(unpriced);
        await desk.Hear(unpriced with { CommissionPending = false, Commission = Dollars(0.35m) });

        await desk.Hear(desk.Execution(order, 20m, 40m, "x") with { Revision = 2, Commission = Dollars(0.2m) });

        Assert.That((await After(desk, order)).Progress.Commissions.In(Currency.Usd), Is.EqualTo(0.2m));
        Assert.That(desk.Events.Of<FillCorrected>().Single().ReplacedCommission, Is.EqualTo(0.35m));
    }

    private static async Task<Order> After(Desk desk, Order order) => (await desk.Orders.Find(order.Intent.ClientOrderId, default))!;
}
