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

    private static Fill FillOf(Order order, string execution, decimal quantity) => new(
        order.Intent.Venue, order.Intent.Account, execution, order.Intent.ClientOrderId, order.Intent.DecisionId, order.Intent.PairId,
        order.Intent.Leg, order.Intent.Instrument, order.Intent.Side, new Quantity(quantity), 41.25m, new Money(0.125m, Currency.Usd), 1.5m,
        Currency.Usd, quantity, order.Intent.Quantity.Value - quantity, Start.AddDays(1));
}
