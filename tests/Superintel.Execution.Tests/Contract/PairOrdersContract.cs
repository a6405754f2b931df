using Superintel.Execution.Execution.Pairs;
using Superintel.Kernel;
using static Superintel.Execution.Tests.Fakes.Given;

namespace Superintel.Execution.Tests.Contract;

[TestFixture(typeof(MemoryStores))]
[TestFixture(typeof(PostgresStores))]
public sealed class PairOrdersContract<TStores> : StoreContract<TStores>
    where TStores : IStores, new()
{
    [Test]
    public async Task Pair_order_comes_back_as_it_was_stored()
    {
        var (pair, _) = await Placed();

        Assert.That(await Stores.Pairs.Find(pair.ClearanceId, default), Is.EqualTo(pair));
    }

    [Test]
    public async Task Pair_order_of_an_unknown_clearance_is_not_found() =>
        Assert.That(await Stores.Pairs.Find(new ClearanceId("none"), default), Is.Null);

    [Test]
    public async Task Closed_pair_order_is_found_and_not_open()
    {
        var (pair, _) = await Placed();
        var (other, _) = await Placed(1);
        var closed = pair with { Status = PairStatus.Closed, Outcome = PairOutcome.Unwound, Detail = "leg b", ClosedAt = Start.AddDays(2) };
        await Stores.Pairs.Save(closed, default);

        Assert.That(await Stores.Pairs.Find(pair.ClearanceId, default), Is.EqualTo(closed));
        Assert.That(await Stores.Pairs.Open(default), Is.EqualTo(new[] { other }));
    }

    [Test]
    public async Task Open_pair_orders_are_by_clearance()
    {
        for (var i = 0; i < 5; i++) await Placed(i);

        var ids = (await Stores.Pairs.Open(default)).Select(pair => pair.ClearanceId.Value).ToArray();

        Assert.That(ids, Is.EqualTo(ids.Order(StringComparer.Ordinal)).And.Length.EqualTo(5));
    }

    [Test]
    public async Task Clearance_is_spent_once()
    {
        var (id, decision) = (new ClearanceId("c1"), new DecisionId("d1"));

        Assert.That(await Stores.Clearances.Spend(id, decision, Start, default), Is.True);
        Assert.That(await Stores.Clearances.Spend(id, decision, Start, default), Is.False);
    }
}
