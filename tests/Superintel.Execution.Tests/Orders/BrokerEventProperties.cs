using FsCheck;
using FsCheck.Fluent;
using Superintel.Execution.Execution.Orders;
using Superintel.Execution.Tests.Fakes;
using Superintel.Execution.Trading;
using Superintel.TestKit;
using static Superintel.Execution.Tests.Fakes.Given;

namespace Superintel.Execution.Tests.Orders;

/// <summary>Any permutation and duplication of what a venue says ends in the same ledger and the same order.</summary>
public sealed class BrokerEventProperties
{
    private static readonly Arbitrary<Told> Stories = Arb.From(
        from parts in Gen.Choose(1, 40).ListOf(4)
        from canceled in Gen.Elements(true, false)
        from repeats in Gen.Choose(0, 6).ListOf(6)
        from keys in Gen.Choose(0, 1_000_000).ListOf(24)
        select new Told([.. parts], canceled, [.. repeats], [.. keys]));

    [FsCheck.NUnit.Property(MaxTest = 300)]
    public Property Ledger_is_the_same_whatever_the_order_and_the_repeats() => Prop.ForAll(Stories, told =>
    {
        var straight = Run(told, shuffled: false).GetAwaiter().GetResult();
        var shuffled = Run(told, shuffled: true).GetAwaiter().GetResult();

        Assert.That(shuffled.Executions, Is.EqualTo(straight.Executions));
        Assert.That(shuffled.State, Is.EqualTo(straight.State));
        Assert.That(shuffled.Cumulative, Is.EqualTo(straight.Cumulative));
        return true;
    });

    [FsCheck.NUnit.Property(MaxTest = 200)]
    public Property Cumulative_quantity_is_the_sum_of_the_fills() => Prop.ForAll(Stories, told =>
    {
        var (_, _, cumulative, sum, published) = Run(told, shuffled: true).GetAwaiter().GetResult();

        Assert.That((cumulative, published), Is.EqualTo((sum, sum)));
        return true;
    });

    private static async Task<(string[] Executions, OrderState State, decimal Cumulative, decimal Sum, decimal Published)> Run(
        Told told, bool shuffled)
    {
        var desk = await Desk.Open(new ScriptedBroker { OnSubmit = _ => new SubmitOutcome.Unknown("timeout") });
        var cleared = Cleared(policy: "hold-and-alert", quantityA: 100m);
        var (order, _) = await desk.Work(cleared);
        foreach (var happened in told.Events(desk, order, shuffled)) await desk.Apply.Handle(happened, default);
        var after = (await desk.Orders.Find(order.Intent.ClientOrderId, default))!;
        var fills = await desk.FillsOf(order);
        var published = desk.Events.Of<Contracts.Events.V1.OrderFilled>().Sum(f => f.Quantity);
        return ([.. fills.Select(f => $"{f.ExecutionId}:{f.Quantity}@{f.Price}").Order(StringComparer.Ordinal)],
            after.State, after.Progress.CumulativeQuantity, fills.Sum(f => f.Quantity.Value), published);
    }

    /// <summary>What a venue tells of one order of 100 units.</summary>
    private sealed record Told(int[] Parts, bool Canceled, int[] Repeats, int[] Keys)
    {
        public IEnumerable<BrokerEvent> Events(Desk desk, Order order, bool shuffled)
        {
            var id = order.Intent.ClientOrderId;
            List<BrokerEvent> events = [new BrokerEvent.Accepted(id, Start, "v1")];
            var left = 100m;
            foreach (var part in Parts.Select(p => Math.Min(p, left)).Where(p => p > 0m))
            {
                if (part > left) break;
                left -= part;
                events.Add(desk.Execution(order, part, 40m + part / 100m, $"x{events.Count}"));
            }
            if (Canceled && left > 0m) events.Add(new BrokerEvent.Canceled(id, Start, "done"));
            if (!shuffled) return events;
            var repeated = events.Concat(Repeats.Where(r => r < events.Count).Select(r => events[r])).ToArray();
            return repeated.Select((happened, i) => (happened, Key: Keys[i % Keys.Length] + i)).OrderBy(e => e.Key).Select(e => e.happened);
        }
    }
}
