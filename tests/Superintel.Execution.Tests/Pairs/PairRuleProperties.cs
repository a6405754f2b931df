using FsCheck;
using FsCheck.Fluent;
using Superintel.Contracts.Events.V1;
using Superintel.Execution.Execution.Orders;
using Superintel.Execution.Tests.Fakes;
using Superintel.Execution.Trading;
using Superintel.Kernel;
using static Superintel.Execution.Tests.Fakes.Given;

namespace Superintel.Execution.Tests.Pairs;

/// <summary>Whatever a venue does to the legs, a pair order ends once, and an unwinding happens once.</summary>
public sealed class PairRuleProperties
{
    private static readonly Arbitrary<(string Policy, int[] Moves)> Fates = Arb.From(
        from policy in Gen.Elements("cancel-rest", "unwind", "hold-and-alert")
        from moves in Gen.Choose(0, 9).ListOf(12)
        select (policy, moves.ToArray()));

    [FsCheck.NUnit.Property(MaxTest = 400)]
    public Property Pair_order_closes_at_most_once_and_unwinds_each_leg_at_most_once() => Prop.ForAll(Fates, fate =>
    {
        var desk = Play(fate.Policy, fate.Moves).GetAwaiter().GetResult();
        var submitted = desk.Events.Of<OrderSubmitted>();

        Assert.That(desk.Events.Of<PairOrderClosed>(), Has.Count.LessThanOrEqualTo(1));
        Assert.That(submitted.Select(o => o.ClientOrderId), Is.Unique);
        Assert.That(submitted.Count(o => o.Purpose == "unwind"), Is.LessThanOrEqualTo(fate.Policy == "unwind" ? 2 : 0));
        Assert.That(desk.Events.Of<OrderClosed>().Select(o => o.ClientOrderId), Is.Unique);
        return true;
    });

    [FsCheck.NUnit.Property(MaxTest = 400)]
    public Property Unwound_pair_leaves_no_position() => Prop.ForAll(Fates, fate =>
    {
        var desk = Play(fate.Policy, fate.Moves).GetAwaiter().GetResult();
        var outcome = desk.Events.Of<PairOrderClosed>().SingleOrDefault()?.Outcome;
        var late = desk.Alerts.All.Any(alert => alert.Code is "late-fill" or "over-fill");
        var positions = desk.Ledger.Positions(default).AsTask().GetAwaiter().GetResult();
        if (outcome is "unwound" or "failed" && !late) Assert.That(positions, Is.Empty);
        if (outcome == "completed" && !late) Assert.That(positions.Select(p => p.Quantity), Is.EqualTo(new[] { 100m, -50m }));
        return true;
    });

    private static async Task<Desk> Play(string policy, int[] moves)
    {
        var venue = new ScriptedBroker();
        var desk = await Desk.Open(venue);
        venue.OnQuery = asked => Record(desk, asked);
        await desk.Work(Cleared(policy: policy));
        var execution = 0;
        foreach (var move in moves)
        {
            var orders = await desk.Orders.In(OrderLifecycle.States.ToArray(), default);
            var order = orders[move % orders.Count];
            var id = order.Intent.ClientOrderId;
            BrokerEvent happened = move switch
            {
                0 or 1 => desk.Execution(order, Math.Max(1m, order.LeavesQuantity), 40m, $"x{execution++}"),
                2 or 3 => desk.Execution(order, Math.Max(1m, Math.Floor(order.LeavesQuantity / 2m)), 40m, $"x{execution++}"),
                4 => new BrokerEvent.Canceled(id, Start, "by the venue"),
                5 => new BrokerEvent.Rejected(id, Start, "no", "no"),
                6 => new BrokerEvent.Expired(id, Start, "day over"),
                7 => desk.Execution(order, 1m, 40m, "x0"),
                _ => new BrokerEvent.Accepted(id, Start, "v"),
            };
            await desk.Hear(happened);
        }
        return desk;
    }

    // A venue whose record of an order is what it told of it.
    private static QueryOutcome Record(Desk desk, OrderReference asked)
    {
        var order = desk.Orders.Find(asked.ClientOrderId, default).AsTask().GetAwaiter().GetResult()!;
        return new QueryOutcome.Found(new BrokerOrder(
            order.Intent.Venue, order.Intent.Account, asked.ClientOrderId, "v", asked.Instrument, order.Intent.Side, order.Intent.Quantity,
            order.State switch
            {
                OrderState.Filled => BrokerOrderStatus.Filled,
                OrderState.Canceled => BrokerOrderStatus.Canceled,
                OrderState.Expired => BrokerOrderStatus.Expired,
                OrderState.Rejected => BrokerOrderStatus.Rejected,
                _ => BrokerOrderStatus.Working,
            },
            "",
            []));
    }
}
