using FsCheck;
using FsCheck.Fluent;
using Superintel.Execution.Execution.Fills;
using Superintel.Execution.Execution.Orders;
using Superintel.Execution.Tests.Fakes;
using Superintel.Execution.Trading;
using Superintel.Kernel;
using static Superintel.Execution.Tests.Fakes.Given;

namespace Superintel.Execution.Tests.Fills;

/// <summary>Any permutation and repetition of executions, corrections, late commissions and statuses ends in the same book.</summary>
public sealed class CorrectionProperties
{
    private const decimal Whole = 100m;

    private static readonly Arbitrary<Story> Stories = Arb.From(
        from parts in Gen.Choose(1, 60).ListOf(3)
        from revisions in Gen.Choose(0, 3).ListOf(3)
        from numbers in Gen.Choose(0, 60).ListOf(16)
        from late in Gen.Elements(true, false).ListOf(16)
        from repeats in Gen.Choose(0, 30).ListOf(8)
        from keys in Gen.Choose(0, 1_000_000).ListOf(48)
        select new Story([.. parts], [.. revisions], [.. numbers], [.. late], [.. repeats], [.. keys]));

    [FsCheck.NUnit.Property(MaxTest = 400)]
    public Property Ledger_and_order_are_the_same_whatever_the_order_of_corrections_and_costs() => Prop.ForAll(Stories, story =>
    {
        var straight = Run(story, shuffled: false).GetAwaiter().GetResult();
        var shuffled = Run(story, shuffled: true).GetAwaiter().GetResult();

        Assert.That(shuffled.Standing, Is.EqualTo(straight.Standing));
        Assert.That(shuffled.Order, Is.EqualTo(straight.Order));
        Assert.That(shuffled.Position, Is.EqualTo(straight.Position));
        return true;
    });

    [FsCheck.NUnit.Property(MaxTest = 200)]
    public Property Order_is_the_sum_of_its_ledger_whatever_was_corrected() => Prop.ForAll(Stories, story =>
    {
        var end = Run(story, shuffled: true).GetAwaiter().GetResult();

        Assert.That(end.Order.Filled, Is.EqualTo(end.Entries.Sum(entry => entry.Units)));
        Assert.That(end.Order.Value, Is.EqualTo(end.Entries.Sum(entry => entry.Units * entry.Price)));
        Assert.That(end.Order.Cost, Is.EqualTo(end.Entries.Sum(entry => entry.Commission.Amount)));
        Assert.That(end.Entries.Select(entry => (entry.ExecutionId, entry.Revision, entry.Kind)), Is.Unique);
        return true;
    });

    private static async Task<End> Run(Story story, bool shuffled)
    {
        var desk = await Desk.Open(new ScriptedBroker { OnSubmit = _ => new SubmitOutcome.Unknown("timeout") });
        var (order, _) = await desk.Work(Cleared(policy: "hold-and-alert", quantityA: Whole));
        foreach (var happened in story.Events(desk, order, shuffled)) await desk.Apply.Handle(happened, default);
        var after = (await desk.Orders.Find(order.Intent.ClientOrderId, default))!;
        var entries = await desk.FillsOf(order);
        var standing = entries.Where(entry => entry.Kind == FillKind.Execution).GroupBy(entry => entry.ExecutionId)
            .Select(told => told.MaxBy(entry => entry.Revision)!).OrderBy(entry => entry.ExecutionId, StringComparer.Ordinal)
            .Select(entry => $"{entry.ExecutionId}.{entry.Revision}: {entry.Quantity} at {entry.Price}").ToArray();
        var progress = after.Progress;
        var cost = progress.Commissions.In(Currency.Usd);
        return new End(standing, (after.State, progress.CumulativeQuantity, progress.FilledValue, cost),
            string.Join(", ", await desk.Ledger.Positions(default)), entries);
    }

    private sealed record End(
        string[] Standing, (OrderState State, decimal Filled, decimal Value, decimal Cost) Order, string Position,
        IReadOnlyList<Fill> Entries);

    /// <summary>What a venue tells of one order of 100 units: executions, each corrected some times, with costs at once or later.</summary>
    private sealed record Story(int[] Parts, int[] Revisions, int[] Numbers, bool[] Late, int[] Repeats, int[] Keys)
    {
        public IEnumerable<BrokerEvent> Events(Desk desk, Order order, bool shuffled)
        {
            var id = order.Intent.ClientOrderId;
            List<BrokerEvent> events = [new BrokerEvent.Accepted(id, Start, "v1")];
            var left = Whole;
            foreach (var (part, number) in Parts.Select((part, number) => (Math.Min(part, left), number)).Where(one => one.Item1 > 0m))
            {
                left -= part;
                for (var revision = 1; revision <= 1 + Revisions[number]; revision++)
                    events.AddRange(Word(desk, order, part, number, revision));
            }
            // The venue's last word on an order that it does not fill, or not any more.
            events.Add(new BrokerEvent.Canceled(id, Start, "done"));
            if (!shuffled) return events;
            var repeated = events.Concat(Repeats.Where(r => r < events.Count).Select(r => events[r])).ToArray();
            return repeated.Select((happened, i) => (happened, Key: Keys[i % Keys.Length] + i)).OrderBy(e => e.Key).Select(e => e.happened);
        }

        private IEnumerable<BrokerEvent> Word(Desk desk, Order order, decimal part, int number, int revision)
        {
            var draw = Numbers[((number * 4) + revision) % Numbers.Length];
            var quantity = revision == 1 ? part : Math.Min(part, draw);
            var cost = new Money(draw / 100m, Currency.Usd);
            var priced = desk.Execution(order, quantity, 40m + (draw / 100m), $"x{number}") with { Revision = revision, Commission = cost };
            if (Late[((number * 4) + revision) % Late.Length])
                yield return priced with { CommissionPending = true, Commission = Money.Zero(Currency.Usd) };
            yield return priced;
        }
    }
}
