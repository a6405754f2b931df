using FsCheck;
using FsCheck.Fluent;
using Superintel.Execution.Trading;
using Superintel.Execution.Trading.Paper;
using Superintel.Kernel;

namespace Superintel.Execution.Tests.Trading.Triggers;

/// <summary>Whatever orders, bars and quotes come, over whatever restarts: none is better off than the prices prove.</summary>
public sealed class TriggerProperties
{
    private static readonly Arbitrary<TriggerStory> Stories = Arb.From(
        from orders in Gen.Choose(0, 1_000_000).ListOf(6)
        from moments in Gen.Choose(0, 1_000_000).ListOf(20)
        from isQuoted in Gen.Elements(true, false)
        from fills in Gen.Elements("whole", "volume-share", "random")
        from slippage in Gen.Elements("none", "basis-points", "range-share")
        select new TriggerStory([.. orders], [.. moments], isQuoted, fills, slippage));

    [FsCheck.NUnit.Property(MaxTest = 300)]
    public Property Same_prices_tell_the_same_however_often_they_come_again() => Prop.ForAll(Stories, story =>
    {
        var once = story.Play(Turns(story));

        Assert.That(story.Play(Turns(story)), Is.EqualTo(once), "played again");
        Assert.That(story.Play(Turns(story).SelectMany(i => new[] { i, i, i })), Is.EqualTo(once), "each three times");
        Assert.That(story.Play(Turns(story).SelectMany(i => new[] { i, i / 2, Math.Max(0, i - 1) })), Is.EqualTo(once), "old ones between");
        return true;
    });

    [FsCheck.NUnit.Property(MaxTest = 300)]
    public Property No_stop_fills_better_than_what_triggered_it() => Prop.ForAll(Stories, story =>
    {
        IReadOnlyList<PaperOrder> orders = [];
        story.Play(Turns(story), all => orders = all);
        foreach (var order in orders.Where(order => order.Ticket.Type is OrderType.Stop or OrderType.TrailingStop))
        {
            var sign = order.Ticket.Side.Sign();
            if (order.Fills.Count > 0) Assert.That(order.Trigger!.IsTriggered, Is.True);
            foreach (var fill in order.Fills.Where(fill => fill.At == order.Trigger!.At))
                Assert.That(sign * fill.Price, Is.AtLeast(sign * order.Trigger!.Stop!.Value));
            Assert.That(order.Fills.Select(fill => fill.At), Is.All.AtLeast(order.Trigger!.At ?? default));
        }
        return true;
    });

    [FsCheck.NUnit.Property(MaxTest = 300)]
    public Property No_order_fills_beyond_its_limit_its_quantity_its_date_or_its_chance() => Prop.ForAll(Stories, story =>
    {
        IReadOnlyList<PaperOrder> orders = [];
        var told = story.Play(Turns(story), all => orders = all);
        foreach (var order in orders)
        {
            var sign = order.Ticket.Side.Sign();
            if (order.Limit is { } limit)
                foreach (var fill in order.Fills) Assert.That(sign * fill.Price, Is.AtMost(sign * limit));
            Assert.That(order.Fills.Sum(fill => fill.Quantity.Value), Is.AtMost(order.Ticket.Quantity.Value));
            if (order.Ticket.TimeInForce == TimeInForce.GoodTillDate)
                Assert.That(order.Fills.Select(fill => fill.At), Is.All.AtMost(order.Ticket.GoodTillDate!.Value));
            if (order.IsImmediate || order.IsAtClose) Assert.That(order.Fills, Has.Count.AtMost(1));
            var ends = told.Count(one => one.ClientOrderId == order.Ticket.ClientOrderId && one is not BrokerEvent.Filled);
            Assert.That(ends, Is.EqualTo(order.Status is BrokerOrderStatus.Working or BrokerOrderStatus.Filled ? 0 : 1));
        }
        return true;
    });

    [FsCheck.NUnit.Property(MaxTest = 300)]
    public Property Trailing_stop_never_moves_back() => Prop.ForAll(Stories, story =>
    {
        var before = new Dictionary<ClientOrderId, decimal>();
        story.Play(Turns(story), orders =>
        {
            foreach (var order in orders.Where(order => order.Ticket.Type == OrderType.TrailingStop))
            {
                if (order.Trigger!.Stop is not { } stop) continue;
                var sign = order.Ticket.Side.Sign();
                if (before.TryGetValue(order.Ticket.ClientOrderId, out var was)) Assert.That(sign * stop, Is.AtMost(sign * was));
                before[order.Ticket.ClientOrderId] = stop;
            }
        });
        return true;
    });

    [Test]
    public void Stories_have_every_type_filled_and_every_end([Values] bool isQuoted)
    {
        var (draw, filled, ends) = (new Random(7), new SortedSet<OrderType>(), new SortedSet<BrokerOrderStatus>());
        for (var i = 0; i < 100; i++)
        {
            int[] Draws(int count) => [.. Enumerable.Range(0, count).Select(_ => draw.Next(1_000_001))];
            var story = new TriggerStory(Draws(6), Draws(20), isQuoted, "volume-share", "basis-points");
            IReadOnlyList<PaperOrder> orders = [];
            story.Play(Turns(story), all => orders = all);
            filled.UnionWith(orders.Where(order => order.Fills.Count > 0).Select(order => order.Ticket.Type));
            ends.UnionWith(orders.Select(order => order.Status).Where(status => status != BrokerOrderStatus.Working));
        }
        OrderType[] atClose = [OrderType.MarketOnClose, OrderType.LimitOnClose];
        BrokerOrderStatus[] notHere = isQuoted ? [BrokerOrderStatus.Working] : [BrokerOrderStatus.Working, BrokerOrderStatus.Rejected];

        Assert.That(filled, Is.EquivalentTo(Enum.GetValues<OrderType>().Except(isQuoted ? atClose : [])));
        Assert.That(ends, Is.EquivalentTo(Enum.GetValues<BrokerOrderStatus>().Except(notHere)));
    }

    private static IEnumerable<int> Turns(TriggerStory story) => Enumerable.Range(0, story.Moments.Length);
}
