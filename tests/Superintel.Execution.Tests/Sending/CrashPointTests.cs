using Superintel.Contracts.Events.V1;
using Superintel.Execution.Execution;
using Superintel.Execution.Reconciliation;
using Superintel.Execution.Tests.Fakes;
using Superintel.Execution.Trading;
using Superintel.Execution.Trading.Paper;
using Superintel.Execution.Trading.Paper.Memory;
using Superintel.TestKit;
using static Superintel.Execution.Tests.Fakes.Given;

namespace Superintel.Execution.Tests.Sending;

/// <summary>
/// Execution is stopped after each of its steps, with a venue that goes on living. Each step is one transaction or one call, so these are
/// all the points at which a process can die and leave something behind.
/// </summary>
public sealed class CrashPointTests
{
    private const int Steps = 6; // place, prepare, then send and record of each leg

    private readonly SettableClock venueClock = new(Start);

    [SetUp]
    public void SetClock() => venueClock.Set(Start);

    [Test]
    public async Task Crash_after_any_step_loses_and_doubles_nothing(
        [Range(0, Steps)] int stopAfter, [Values("unwind", "cancel-rest", "hold-and-alert")] string policy)
    {
        var venue = new PaperBroker(new MemoryPaperBook(), PaperModels.From(new PaperOptions { Fees = "none" }), venueClock);
        var desk = await Desk.Open(venue);
        var cleared = Cleared(policy: policy);
        await Play(desk, cleared, stopAfter);

        await Restart(desk, cleared);
        for (var day = 1; day <= 3; day++)
        {
            await Bars(desk, venue, day);
            await Restart(desk, cleared);
        }

        var venuePositions = (await venue.Snapshot(default)).Positions.Select(p => (p.Instrument, p.Quantity));
        var ours = (await desk.Ledger.Positions(default)).Select(p => (p.Instrument, p.Quantity));
        Assert.That(ours, Is.EqualTo(venuePositions));
        Assert.That(desk.Events.Of<OrderSubmitted>().Select(o => o.ClientOrderId), Is.Unique);
        Assert.That(desk.Events.Of<OrderFilled>().Select(f => f.EventId), Is.Unique);
        Assert.That(desk.Events.Of<PairOrderClosed>(), Has.Count.EqualTo(1));
        Assert.That(await desk.ComparePositions(), Is.Empty);
    }

    private static async Task Play(Desk desk, OrderCleared cleared, int stopAfter)
    {
        var step = 0;
        if (step++ >= stopAfter) return;
        await desk.Place.Handle(cleared, default);
        if (step++ >= stopAfter) return;
        foreach (var dispatch in await desk.Prepare.Handle(default))
        {
            if (step++ >= stopAfter) return;
            var result = await desk.Send.Handle(dispatch, default);
            if (step++ >= stopAfter) return;
            await desk.Record.Handle(dispatch, result, default);
        }
    }

    /// <summary>What was not committed comes again; what was is compared with the venue; what never left is sent.</summary>
    private static async Task Restart(Desk desk, OrderCleared cleared)
    {
        if (await desk.Pairs.Find(new Kernel.ClearanceId(cleared.ClearanceId), default) is null) await desk.Place.Handle(cleared, default);
        await desk.Ask(ReconcileOrders.Open);
        await desk.Dispatch.Handle(default);
    }

    private async Task Bars(Desk desk, PaperBroker venue, int day)
    {
        desk.Clock.Set(Start.AddDays(day));
        venueClock.Set(Start.AddDays(day));
        await venue.Match(Slice(Start.AddDays(day), Bar(Ko, 41m, 42m, 40m, 41.5m), Bar(Pg, 79m, 81m, 78m, 80m)), default);
        await foreach (var told in venue.Events(default))
            if (day % 2 == 0) await desk.Apply.Handle(told, default); // on odd days the word of the venue is lost
    }
}
