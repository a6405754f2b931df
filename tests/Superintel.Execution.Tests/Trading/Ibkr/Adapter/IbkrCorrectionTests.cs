using System.Collections.Concurrent;
using Superintel.Execution.Tests.Trading.Ibkr.Session;
using Superintel.Execution.Trading;
using Superintel.Kernel;
using Superintel.TestKit;
using Superintel.VenueSimulator.Faults;

namespace Superintel.Execution.Tests.Trading.Ibkr.Adapter;

/// <summary>What TWS says of an execution after it was told: its correction, and its cost.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class IbkrCorrectionTests
{
    private static readonly TimeSpan Late = TimeSpan.FromSeconds(20);

    // By the number of the execution the simulator halves it, takes it back, or moves its price.
    [TestCase(1)]
    [TestCase(2)]
    [TestCase(3)]
    public async Task Corrected_execution_is_told_with_its_revision_and_the_venues_numbers(int nth)
    {
        await using var trial = await Trial.Start(
            new FaultPlan([], [new(FaultPoint.Fill, nth, Fault.Correction)], 5), patience: Trial.Minute);
        var tickets = Enumerable.Range(0, nth).Select(_ => trial.Ticket(OrderType.Market, 10m)).ToArray();
        foreach (var ticket in tickets) await trial.Broker.Submit(ticket, default);

        foreach (var restarted in new[] { false, true })
        {
            if (restarted) await trial.Restart();
            var found = (QueryOutcome.Found)await trial.Resolved(
                tickets[^1], answer => answer is QueryOutcome.Found { Order.Fills: [{ Revision: 2 }] });
            var (theirs, ours) = (trial.Server.Exchange.Fills[nth - 1], found.Order.Fills.Single());
            Assert.That((ours.Quantity.Value, ours.Price, ours.Commission.Amount, ours.CommissionPending),
                Is.EqualTo((theirs.Quantity, theirs.Price, decimal.Round(theirs.Fee, 4), false)));
            var isWhole = theirs.Quantity == 10m;
            Assert.That(found.Order.Status, Is.EqualTo(isWhole ? BrokerOrderStatus.Filled : BrokerOrderStatus.Canceled));
        }
    }

    [Test]
    public async Task Cost_that_comes_twenty_seconds_late_tells_the_execution_again_with_it()
    {
        var clock = new VirtualClock(TimeProvider.System.GetUtcNow());
        await using var trial = await Unpriced(clock, nth: 2);
        await trial.Broker.Snapshot(default); // a stream that begins before its connection ends with the news of it
        using var stop = new CancellationTokenSource();
        var told = new ConcurrentQueue<BrokerEvent.Filled>();
        var hearing = Hear(trial, told, stop.Token);
        await Traded(trial, 1);
        await Eventually.True(() => !told.IsEmpty, "somebody hears");
        await Traded(trial, 2);

        await Eventually.True(() =>
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            return told.Any(fill => fill.CommissionPending);
        }, "the execution is told without its cost");
        clock.Advance(Late);
        trial.Server.Exchange.Step();

        await Eventually.True(() => told.Count == 3, "the execution is told with its cost");
        Assert.That(told.Skip(1).Select(fill => (fill.CommissionPending, fill.Commission.Amount)),
            Is.EqualTo(new[] { (true, 0m), (false, Cost(trial, 2)) }));
        await stop.CancelAsync();
        await hearing;
    }

    [TestCase(false)]
    [TestCase(true)]
    public async Task Cost_is_told_after_a_disconnect_or_a_kill_between_execution_and_report(bool isKilled)
    {
        var clock = new VirtualClock(TimeProvider.System.GetUtcNow());
        await using var trial = await Unpriced(clock, nth: 1);
        var ticket = await Traded(trial, 1);

        if (isKilled) await trial.Restart();
        else trial.Server.DropAll();
        clock.Advance(Late);

        // The one before may not have left yet, and the next try has its time by this clock.
        var found = (QueryOutcome.Found)await Eventually.Get(
            () =>
            {
                clock.Advance(TimeSpan.FromSeconds(1));
                return trial.Broker.Query(Trial.Reference(ticket), default);
            },
            answer => answer is QueryOutcome.Found { Order.Fills: [{ CommissionPending: false }] },
            "the cost is told");
        Assert.That(found.Order.Fills.Single().Commission, Is.EqualTo(new Money(Cost(trial, 1), Currency.Usd)));
    }

    private static Task<Trial> Unpriced(VirtualClock clock, int nth) =>
        Trial.Start(new FaultPlan([], [new(FaultPoint.Fill, nth, Fault.LateCommission)], 5), patience: Trial.Minute, clock: clock);

    private static async Task<OrderTicket> Traded(Trial trial, int nth)
    {
        var ticket = trial.Ticket(OrderType.Market, 10m);
        await trial.Broker.Submit(ticket, default);
        await Eventually.True(() => trial.Server.Exchange.Read(e => e.Fills.Count) == nth, "the order trades");
        return ticket;
    }

    private static decimal Cost(Trial trial, int nth) => decimal.Round(trial.Server.Exchange.Read(e => e.Fills[nth - 1].Fee), 4);

    private static async Task Hear(Trial trial, ConcurrentQueue<BrokerEvent.Filled> told, CancellationToken ct)
    {
        try
        {
            await foreach (var happened in trial.Broker.Events(ct))
                if (happened is BrokerEvent.Filled fill) told.Enqueue(fill);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // The test has heard enough.
        }
    }
}
