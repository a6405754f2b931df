using FsCheck;
using FsCheck.Fluent;
using Superintel.Execution.Trading;
using Superintel.Execution.Trading.Paper;
using Superintel.Execution.Trading.Paper.Memory;
using Superintel.Kernel;
using Superintel.TestKit;
using static Superintel.Execution.Tests.Fakes.Given;
using static Superintel.Execution.Tests.Fakes.PaperGiven;

namespace Superintel.Execution.Tests.Trading;

/// <summary>Whatever quotes and bars come, however often and over whatever restarts: each fill once, none beyond what there was.</summary>
public sealed class QuoteProperties
{
    private static readonly Arbitrary<Story> Stories = Arb.From(
        from orders in Gen.Choose(0, 1_000_000).ListOf(3)
        from moments in Gen.Choose(0, 1_000_000).ListOf(25)
        from model in Gen.Elements("whole", "volume-share", "random")
        from latency in Gen.Elements("none", "random")
        select new Story([.. orders], [.. moments], model, latency));

    [FsCheck.NUnit.Property(MaxTest = 300)]
    public Property Same_quotes_and_bars_make_the_same_fills_however_often_they_are_played() => Prop.ForAll(Stories, story =>
    {
        var once = Play(story, repeats: 1);

        Assert.That(Play(story, repeats: 1), Is.EqualTo(once));
        Assert.That(Play(story, repeats: 3), Is.EqualTo(once));
        return true;
    });

    [FsCheck.NUnit.Property(MaxTest = 300)]
    public Property No_order_is_filled_beyond_its_quantity_its_limit_or_the_touch() => Prop.ForAll(Stories, story =>
    {
        var fills = Play(story, repeats: 2);
        var tickets = story.Tickets.ToDictionary(ticket => ticket.ClientOrderId);
        var quotes = story.Moments.Select((_, i) => story.At(i)).Where(at => at.Quote is not null).ToDictionary(
            at => at.Quote!.At, at => at.Quote!);

        Assert.That(fills.Select(fill => fill.ExecutionId), Is.Unique);
        foreach (var order in fills.GroupBy(fill => fill.ClientOrderId))
            Assert.That(order.Sum(fill => fill.Quantity.Value), Is.AtMost(tickets[order.Key].Quantity.Value));
        foreach (var fill in fills.Where(fill => tickets[fill.ClientOrderId].LimitPrice is not null))
        {
            var ticket = tickets[fill.ClientOrderId];
            Assert.That(ticket.Side.Sign() * fill.Price, Is.AtMost(ticket.Side.Sign() * ticket.LimitPrice!.Value));
        }
        foreach (var taken in fills.GroupBy(fill => (fill.At, tickets[fill.ClientOrderId].Side)))
        {
            if (!quotes.TryGetValue(taken.Key.At, out var quote)) continue;
            Assert.That(taken.Sum(fill => fill.Quantity.Value), Is.AtMost(quote.Touch(taken.Key.Side).Size));
            Assert.That(taken.Select(fill => fill.Price), Is.All.EqualTo(quote.Touch(taken.Key.Side).Price));
        }
        return true;
    });

    /// <summary>Everything is played so often, each time by a service that has just begun.</summary>
    private static List<BrokerEvent.Filled> Play(Story story, int repeats)
    {
        var (book, clock, fills) = (new MemoryPaperBook(), new SettableClock(Start), new List<BrokerEvent.Filled>());
        var quoted = new QuotedInstruments(Free);
        PaperBroker Broker() => new(book, PaperModels.From(story.Options), clock, quoted);
        foreach (var ticket in story.Tickets) Done(Broker().Submit(ticket, default));
        for (var i = 0; i < story.Moments.Length; i++)
        {
            var (quote, bar) = story.At(i);
            for (var again = 0; again < (bar is null ? repeats : 1); again++) // the inbox knows a bar that came before
            {
                var broker = Broker();
                clock.Set(Start.AddSeconds(10 * (i + 1)));
                Done(quote is null
                    ? broker.Match(Slice(clock.GetUtcNow(), bar!) with { Interval = "1m" }, default)
                    : broker.Match(quoted.Hear([quote], clock.GetUtcNow()), default));
                fills.AddRange(Told(broker).GetAwaiter().GetResult().OfType<BrokerEvent.Filled>());
            }
        }
        return fills;
    }

    private static void Done(Task task) => task.GetAwaiter().GetResult();

    /// <summary>Numbers that stand for orders and for what happens every ten seconds.</summary>
    private sealed record Story(int[] Orders, int[] Moments, string Model, string Latency)
    {
        public PaperOptions Options => Free with
        {
            Fills = Model, VolumeShare = 0.5m, PartialFillChance = 0.6, Latency = Latency, LatencyBars = 0, LatencyMilliseconds = 15_000,
        };

        public IEnumerable<OrderTicket> Tickets => Orders.Select((n, i) => Ticket(
            n % 2 == 0 ? Side.Buy : Side.Sell, n % 3 == 0 ? null : 38m + (n / 10 % 5), 1 + (n / 100 % 120), id: $"o{i}"));

        // A bar now and then, broken books, and longer runs of bars in which the quotes fall silent.
        public (Quote? Quote, Contracts.Events.V1.ClosedBar? Bar) At(int i)
        {
            var (n, second, price) = (Moments[i], 10 * (i + 1), 38m + (Moments[i] / 10 % 5));
            return n % 5 == 0 || i / 6 % 2 == 1
                ? (null, Bar(Ko, price, price + 1m, price - 1m, price + 0.5m, n % 90))
                : (Told(second, price, price + (n / 50 % 3), n / 1_000 % 70, n / 10_000 % 70), null);
        }
    }
}
