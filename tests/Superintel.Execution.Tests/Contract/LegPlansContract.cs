using Superintel.Execution.Execution.Strategies;
using static Superintel.Execution.Tests.Fakes.Given;

namespace Superintel.Execution.Tests.Contract;

[TestFixture(typeof(MemoryStores))]
[TestFixture(typeof(PostgresStores))]
public sealed class LegPlansContract<TStores> : StoreContract<TStores>
    where TStores : IStores, new()
{
    private static readonly StrategyTerms Terms = new(StrategyKind.LimitChase, 7, TimeSpan.FromSeconds(90), 0.25m, 42, 1.5m);

    [Test]
    public async Task Plan_comes_back_as_it_was_stored_and_as_it_moved()
    {
        var (pair, orders) = await Placed();
        var plan = LegPlan.Begin(orders[0], Terms, 0.01m);
        await Stores.Plans.Save(plan, default);
        Assert.That(await Stores.Plans.Of(pair.ClearanceId, default), Is.EqualTo(new[] { plan }));

        var moved = plan with { Price = 41.5m, ReplacedThrough = 3, ConfirmedThrough = 2, Ended = true };
        await Stores.Plans.Save(moved, default);
        Assert.That(await Stores.Plans.Of(pair.ClearanceId, default), Is.EqualTo(new[] { moved }));
    }

    [Test]
    public async Task Open_plans_are_by_clearance_and_leg_and_leave_out_ended_ones()
    {
        var (one, first) = await Placed();
        var (other, second) = await Placed(1);
        foreach (var order in second.Concat(first).Reverse()) await Stores.Plans.Save(LegPlan.Begin(order, Terms, 0m), default);
        await Stores.Plans.Save(LegPlan.Begin(first[0], Terms, 0m) with { Ended = true }, default);

        var open = await Stores.Plans.Open(default);

        Assert.That(open, Has.Count.EqualTo(3));
        Assert.That(
            open.Select(plan => $"{plan.ClearanceId.Value}/{plan.Leg}"), Is.Ordered.Using((IComparer<string>)StringComparer.Ordinal));
        Assert.That(await Stores.Plans.Of(one.ClearanceId, default), Has.Count.EqualTo(2));
        Assert.That(await Stores.Plans.Of(other.ClearanceId, default), Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Pair_without_plans_has_none() =>
        Assert.That(await Stores.Plans.Of(Kernel.ClearanceId.For(Decision(9)), default), Is.Empty);
}
