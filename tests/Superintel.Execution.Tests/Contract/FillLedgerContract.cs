using Superintel.Execution.Execution.Fills;
using Superintel.Execution.Execution.Orders;
using Superintel.Kernel;
using static Superintel.Execution.Tests.Fakes.Given;

namespace Superintel.Execution.Tests.Contract;

[TestFixture(typeof(MemoryStores))]
[TestFixture(typeof(PostgresStores))]
public sealed class FillLedgerContract<TStores> : StoreContract<TStores>
    where TStores : IStores, new()
{
    [Test]
    public async Task Fill_comes_back_as_it_was_recorded()
    {
        var (_, orders) = await Placed();
        var fill = FillOf(orders[0], "x1", 10.5m) with { FeeQuantity = 0.01m, WithheldQuantity = 0.5m };

        Assert.That(await Stores.Ledger.Append(fill, default), Is.True);
        Assert.That(await Stores.Ledger.Of(orders[0].Intent.ClientOrderId, default), Is.EqualTo(new[] { fill }));
    }

    [Test]
    public async Task Execution_is_recorded_once_even_when_its_numbers_differ()
    {
        var (_, orders) = await Placed();
        await Stores.Ledger.Append(FillOf(orders[0], "x1", 10m), default);

        Assert.That(await Stores.Ledger.Append(FillOf(orders[0], "x1", 20m), default), Is.False);
        Assert.That((await Stores.Ledger.Of(orders[0].Intent.ClientOrderId, default)).Single().Quantity.Value, Is.EqualTo(10m));
    }

    [Test]
    public async Task Same_execution_id_at_another_account_is_another_execution()
    {
        var (_, orders) = await Placed();
        await Stores.Ledger.Append(FillOf(orders[0], "x1", 10m), default);

        Assert.That(await Stores.Ledger.Append(FillOf(orders[0], "x1", 10m) with { Account = "other" }, default), Is.True);
    }

    [Test]
    public async Task Positions_are_signed_sums_without_flat_instruments()
    {
        var (_, orders) = await Placed();
        var (_, others) = await Placed(1);
        await Stores.Ledger.Append(FillOf(orders[0], "x1", 10m), default);
        await Stores.Ledger.Append(FillOf(orders[1], "x2", 5m), default);
        await Stores.Ledger.Append(FillOf(others[0], "x3", 10m) with { Side = Side.Sell }, default);

        Assert.That(await Stores.Ledger.Positions(default), Is.EqualTo(new[] { new NetPosition("paper", "paper", Pair.B, -5m) }));
    }

    [Test]
    public async Task Fees_that_were_kept_in_units_are_not_in_the_positions()
    {
        var (_, orders) = await Placed();
        await Stores.Ledger.Append(FillOf(orders[0], "x1", 10m) with { Side = Side.Buy, FeeQuantity = 0.25m }, default);
        await Stores.Ledger.Append(FillOf(orders[0], "x2", 4m) with { Side = Side.Sell }, default);

        Assert.That((await Stores.Ledger.Positions(default)).Single().Quantity, Is.EqualTo(5.75m));
    }

    [Test]
    public async Task List_is_newest_first_pages_and_keeps_to_its_decision()
    {
        var (pair, orders) = await Placed();
        var (_, others) = await Placed(1);
        for (var i = 0; i < 3; i++) await Stores.Ledger.Append(FillOf(orders[0], $"x{i}", 1m), default);
        await Stores.Ledger.Append(FillOf(others[0], "y", 1m), default);

        var page = await Stores.Ledger.List(new FillQuery(pair.DecisionId, null, 2), default);
        var rest = await Stores.Ledger.List(new FillQuery(pair.DecisionId, page[^1].Sequence, 2), default);

        Assert.That(page.Concat(rest).Select(listed => listed.Fill.ExecutionId), Is.EqualTo(new[] { "x2", "x1", "x0" }));
    }

    [Test]
    public async Task Reversal_and_correction_come_back_as_they_were_recorded_and_positions_are_what_stands()
    {
        var (_, orders) = await Placed();
        var first = FillOf(orders[0], "x1", 10m) with { Side = Side.Buy, CommissionPending = true };
        Fill[] entries =
        [
            first,
            first with { Kind = FillKind.Commission, Quantity = Quantity.Zero, CommissionPending = false, Slippage = 0m },
            first with { Kind = FillKind.Reversal, Commission = -first.Commission, CommissionPending = false, Slippage = -1.5m },
            FillOf(orders[0], "x1", 4m) with { Side = Side.Buy, Revision = 2 },
        ];

        foreach (var entry in entries) Assert.That(await Stores.Ledger.Append(entry, default), Is.True);
        foreach (var entry in entries) Assert.That(await Stores.Ledger.Append(entry, default), Is.False);

        Assert.That(await Stores.Ledger.Of(orders[0].Intent.ClientOrderId, default), Is.EqualTo(entries));
        Assert.That((await Stores.Ledger.Positions(default)).Single().Quantity, Is.EqualTo(4m));
    }

    [Test]
    public async Task Execution_that_was_taken_back_whole_is_recorded_with_no_units()
    {
        var (_, orders) = await Placed();
        var none = FillOf(orders[0], "x1", 0m) with { Revision = 2 };

        Assert.That(await Stores.Ledger.Append(none, default), Is.True);
        Assert.That(await Stores.Ledger.Of(orders[0].Intent.ClientOrderId, default), Is.EqualTo(new[] { none }));
        Assert.That(await Stores.Ledger.Positions(default), Is.Empty);
    }

    private static Fill FillOf(Order order, string execution, decimal quantity) => new(
        order.Intent.Venue, order.Intent.Account, execution, order.Intent.ClientOrderId, order.Intent.DecisionId, order.Intent.PairId,
        order.Intent.Leg, order.Intent.Instrument, order.Intent.Side, new Quantity(quantity), 41.25m, new Money(0.125m, Currency.Usd), 1.5m,
        Currency.Usd, quantity, order.Intent.Quantity.Value - quantity, Start.AddDays(1));
}
