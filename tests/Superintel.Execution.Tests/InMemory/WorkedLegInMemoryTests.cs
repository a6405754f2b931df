using Superintel.Contracts.Events.V1;
using Superintel.Execution.Execution.Strategies;
using Superintel.Execution.InMemory;
using Superintel.Execution.Tests.Fakes;
using Superintel.Execution.Trading.Paper;
using Superintel.TestKit;
using static Superintel.Execution.Tests.Fakes.Given;

namespace Superintel.Execution.Tests.InMemory;

/// <summary>Legs worked in parts in the simulation's time.</summary>
public sealed class WorkedLegInMemoryTests
{
    private readonly SettableClock clock = new(Start);
    private RecordedEvents events = null!;
    private ExecutionInMemory execution = null!;

    [SetUp]
    public void SetClock() => clock.Set(Start);

    [Test]
    public async Task Twap_fills_a_part_at_every_bar_and_completes_the_pair()
    {
        await Open(new StrategyOptions { Kind = "twap", Slices = 4, Every = TimeSpan.FromDays(1) });
        for (var day = 1; day <= 4; day++) await Next(day, 40m + day);

        var bought = events.Of<OrderFilled>().Where(fill => fill.Leg == 0);
        Assert.That(bought.Select(fill => (fill.Quantity, fill.Price)), Is.EqualTo(
            new[] { (25m, 41m), (25m, 42m), (25m, 43m), (25m, 44m) }));
        Assert.That(events.Of<PairOrderClosed>().Single().Outcome, Is.EqualTo("completed"));
    }

    [Test]
    public async Task Chase_follows_a_market_that_runs_away_and_takes_it_in_the_end()
    {
        await Open(new StrategyOptions { Kind = "limit-chase", Slices = 3, Every = TimeSpan.FromDays(1), OffsetBps = 100m });
        for (var day = 1; day <= 5; day++) await Next(day, 40m + 5 * day);

        var sent = events.Of<OrderSubmitted>().Where(order => order.Leg == 0).Select(order => (order.OrderType, order.LimitPrice));
        Assert.That(sent, Is.EqualTo(new[]
        {
            ("limit", (decimal?)39.6m), ("limit", 44.55m), ("limit", 49.5m), ("market", null),
        }));
        var bought = events.Of<OrderFilled>().Single(fill => fill.Leg == 0);
        Assert.That((bought.Quantity, bought.Price), Is.EqualTo((100m, 60m)));
    }

    private async Task Open(StrategyOptions strategy)
    {
        events = new RecordedEvents();
        execution = new ExecutionInMemory(events, clock, new ExecutionOptions
        {
            Paper = new PaperOptions { Fees = "none", Slippage = "none" },
            Strategies = new Dictionary<string, StrategyOptions> { ["equity"] = strategy },
        });
        foreach (var id in new[] { Ko, Pg }) await execution.Instruments.Handle(Listed(id), default);
        await execution.Clearances.Handle(Cleared(policy: "hold-and-alert"), default);
    }

    // Ko opens and closes at the price, Pg at twice that.
    private async Task Next(int day, decimal price)
    {
        clock.Set(Start.AddDays(day));
        await execution.Bars.Handle(
            Slice(clock.GetUtcNow(), Bar(Ko, price, price, price, price), Bar(Pg, 2m * price, 2m * price, 2m * price, 2m * price)),
            default);
    }
}
