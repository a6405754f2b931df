using FsCheck;
using FsCheck.Fluent;
using Superintel.Execution.Execution.Orders;
using Superintel.Execution.Execution.External;
using Superintel.Execution.Reconciliation;
using Superintel.Execution.Tests.Fakes;
using Superintel.Execution.Trading;
using Superintel.Kernel;
using static Superintel.Execution.Tests.Fakes.Given;

namespace Superintel.Execution.Tests.Reconciling;

/// <summary>
/// Our fills and words of strangers' orders, shuffled, repeated and with comparisons in between: the ledger, our order and the record of
/// what still works of the strangers' end the same. How an order ended may be asked too late to be told.
/// </summary>
public sealed class ExternalOrderProperties
{
    private static readonly Arbitrary<Story> Stories = Arb.From(
        from parts in Gen.Choose(1, 40).ListOf(3)
        from strangers in Gen.Choose(0, 3)
        from ends in Gen.Choose(0, 5)
        from repeats in Gen.Choose(0, 15).ListOf(10)
        from keys in Gen.Choose(0, 1_000_000).ListOf(40)
        select new Story([.. parts], strangers, (BrokerOrderStatus)ends, [.. repeats], [.. keys]));

    [FsCheck.NUnit.Property(MaxTest = 200)]
    public Property Ledger_and_external_orders_end_the_same_whatever_the_order_and_the_repeats() => Prop.ForAll(Stories, story =>
    {
        var straight = Run(story, shuffled: false).GetAwaiter().GetResult();
        var shuffled = Run(story, shuffled: true).GetAwaiter().GetResult();

        Assert.That(shuffled, Is.EqualTo(straight));
        return true;
    });

    private static async Task<string> Run(Story story, bool shuffled)
    {
        var broker = new ScriptedBroker { OnSubmit = _ => new SubmitOutcome.Unknown("timeout") };
        var desk = await Desk.Open(broker);
        var (order, _) = await desk.Work(Cleared(policy: "hold-and-alert"));
        foreach (var act in story.Acts(desk, broker, order, shuffled)) await act();

        // In the end the venue shows its book until its silence counts, and once more: the last look changes nothing.
        broker.Book = story.LastBook();
        broker.OnQuery = story.Answer;
        await desk.Compare(ReconcileOrders.Working);
        desk.Clock.Advance(ExternalOrder.Silence);
        await desk.Compare(ReconcileOrders.Working);
        var seen = desk.Events.All.Count;
        Assert.That((await desk.Compare(ReconcileOrders.Working)).Externals, Is.Empty);
        Assert.That(desk.Events.All, Has.Count.EqualTo(seen));

        var fills = (await desk.FillsOf(order)).Select(fill => $"{fill.ExecutionId}:{fill.Quantity}@{fill.Price}");
        var after = (await desk.Orders.Find(order.Intent.ClientOrderId, default))!;
        var theirs = (await desk.Externals.List(new(null, null, 100), default)).Select(listed => listed.Order)
            .Select(one => $"{one.VenueOrderId}:{one.LeavesQuantity}");
        return string.Join("; ", fills.Order(StringComparer.Ordinal).Concat(theirs.Order(StringComparer.Ordinal)))
            + $"; {after.State} {after.Progress.CumulativeQuantity}";
    }

    private sealed record Story(int[] Parts, int Strangers, BrokerOrderStatus Ends, int[] Repeats, int[] Keys)
    {
        public BrokerSnapshot LastBook() => new(
            [.. Enumerable.Range(0, Ends == 0 ? 0 : Strangers).Where(_ => Ends == BrokerOrderStatus.Working).Select(Stranger)], []);

        /// <summary>Ends 0: the venue has forgotten the strangers' orders.</summary>
        public QueryOutcome Answer(OrderReference asked) => Ends == 0 || asked.VenueOrderId is not { } name || !name.StartsWith("v-s")
            ? new QueryOutcome.Unavailable("nothing to tell")
            : new QueryOutcome.Found(Stranger(name[^1] - '0') with { Status = Ends });

        public IEnumerable<Func<Task>> Acts(Desk desk, ScriptedBroker broker, Order order, bool shuffled)
        {
            var id = order.Intent.ClientOrderId;
            // Every stranger is seen by a comparison at least once, wherever that falls.
            List<Func<Task>> acts = [() => desk.Apply.Handle(new BrokerEvent.Accepted(id, Start, "v1"), default)];
            foreach (var (part, i) in Parts.Select((part, i) => (part, i)))
                acts.Add(() => desk.Apply.Handle(desk.Execution(order, Math.Min(part, 30), 40m + i, $"x{i}"), default));
            for (var i = 0; i < Strangers; i++)
            {
                var stranger = Stranger(i);
                acts.Add(() => Look(desk, broker, stranger));
                acts.Add(() => desk.Apply.Handle(new BrokerEvent.Filled(
                    stranger.ClientOrderId, Start, $"theirs-{stranger.VenueOrderId}", new Quantity(1m), 40m, default), default));
            }
            if (!shuffled) return acts;
            var repeated = acts.Concat(Repeats.Where(r => r < acts.Count).Select(r => acts[r])).ToArray();
            return repeated.Select((act, i) => (act, Key: Keys[i % Keys.Length])).OrderBy(e => e.Key).Select(e => e.act);
        }

        private static async Task Look(Desk desk, ScriptedBroker broker, BrokerOrder stranger)
        {
            broker.Book = new BrokerSnapshot([stranger], []);
            broker.OnQuery = _ => new QueryOutcome.Unavailable("nothing to tell");
            await desk.Compare(ReconcileOrders.Working);
        }

        private static BrokerOrder Stranger(int number) => ExternalOrderTests.Theirs() with { VenueOrderId = $"v-s{number}" };
    }
}
