using FsCheck;
using FsCheck.Fluent;
using Superintel.Contracts.Events.V1;
using Superintel.Execution.Execution.Strategies;
using Superintel.Execution.Tests.Fakes;
using Superintel.Kernel;
using Superintel.TestKit;
using static Superintel.Execution.Tests.Fakes.Given;

namespace Superintel.Execution.Tests.Strategies;

/// <summary>Whatever a venue executes, tells late, twice or only when asked: a leg never trades more than its quantity.</summary>
public sealed class StrategyProperties
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    private static readonly Arbitrary<Fate> Fates = Arb.From(
        from kind in Gen.Elements("twap", "limit-chase")
        from slices in Gen.Choose(1, 9)
        from jitter in Gen.Elements(0m, 0.5m)
        from moves in Gen.Choose(0, 9_999).ListOf(40)
        select new Fate(kind, slices, jitter, [.. moves]));

    [FsCheck.NUnit.Property(MaxTest = 300)]
    public Property Worked_leg_never_trades_more_than_its_quantity_and_in_the_end_all_of_it() => Prop.ForAll(Fates, fate =>
    {
        Run(fate).GetAwaiter().GetResult();
        return true;
    });

    private static async Task Run(Fate fate)
    {
        var clock = new SettableClock(Start);
        var venue = new LaggingVenue(clock);
        var desk = await Open(venue, fate);
        await desk.Work(Cleared(policy: "hold-and-alert"));
        var told = 0;
        foreach (var move in fate.Moves)
        {
            var working = venue.WorkingOrders;
            switch (move % 7)
            {
                case 0 or 1 when working.Count > 0:
                    venue.Execute(working[move % working.Count].ClientOrderId, 1m + move % 30);
                    break;
                case 2 when told < venue.Executions.Count:
                    await desk.Hear(venue.Executions[told++]);
                    break;
                case 3 when venue.Executions.Count > 0:
                    await desk.Hear(venue.Executions[move % venue.Executions.Count]);
                    break;
                case 4:
                    venue.CanBeAsked = move % 3 > 0;
                    break;
                default:
                    clock.Set(clock.GetUtcNow() + Every * (move % 20) / 10);
                    await Tick(desk, clock, 30m + move % 20);
                    break;
            }
            Within(venue);
        }
        await Settle(venue, desk, clock);

        Assert.That((venue.Traded(Side.Buy), venue.Traded(Side.Sell)), Is.EqualTo((100m, 50m)));
        Assert.That(desk.Events.Of<PairOrderClosed>().Single().Outcome, Is.EqualTo("completed"));
        Assert.That(desk.Events.Of<OrderSubmitted>().Select(order => order.ClientOrderId), Is.Unique);
        Assert.That(await desk.Plans.Open(default), Is.Empty);
    }

    private static async Task Settle(LaggingVenue venue, Desk desk, SettableClock clock)
    {
        venue.CanBeAsked = true;
        for (var round = 0; round < 60; round++)
        {
            foreach (var order in venue.WorkingOrders) venue.Execute(order.ClientOrderId, 1_000m);
            foreach (var execution in venue.Executions) await desk.Hear(execution);
            clock.Set(clock.GetUtcNow() + Every);
            await Tick(desk, clock, 40m);
            Within(venue);
        }
    }

    private static async Task Tick(Desk desk, SettableClock clock, decimal price)
    {
        desk.Clock.Set(clock.GetUtcNow());
        await desk.Worked.Handle(Slice(clock.GetUtcNow(), CloseOnly(Ko, price), CloseOnly(Pg, 2m * price)), default);
        await desk.Dispatch.Handle(default);
    }

    private static void Within(LaggingVenue venue) => Assert.That(
        venue.Traded(Side.Buy) <= 100m && venue.Traded(Side.Sell) <= 50m, $"{venue.Traded(Side.Buy)} and {venue.Traded(Side.Sell)}");

    private static Task<Desk> Open(LaggingVenue venue, Fate fate) => Desk.Open(venue, new ExecutionOptions
    {
        Strategies = new Dictionary<string, StrategyOptions>
        {
            ["equity"] = new() { Kind = fate.Kind, Slices = fate.Slices, Every = Every, JitterShare = fate.Jitter },
        },
    });

    private sealed record Fate(string Kind, int Slices, decimal Jitter, int[] Moves);
}
