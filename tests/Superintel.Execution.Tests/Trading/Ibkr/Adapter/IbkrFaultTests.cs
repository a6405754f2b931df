using Superintel.Execution.Trading;
using Superintel.Kernel;
using Superintel.TestKit;
using Superintel.VenueSimulator.Faults;

namespace Superintel.Execution.Tests.Trading.Ibkr.Adapter;

/// <summary>
/// Whatever the venue does to us: no order trades twice, no fill is lost or counted twice, nothing is called rejected that the venue has.
/// </summary>
public sealed class IbkrFaultTests
{
    // The clock's skew and a ban by weight are Binance's; a stop that triggers without a fill is told by no message of TWS.
    private static IEnumerable<FaultLine[]> Faults() =>
    [
        [new(FaultPoint.Submit, 1, Fault.LostAcknowledgement), new(FaultPoint.Submit, 3, Fault.LostAcknowledgement)],
        [new(FaultPoint.Submit, 1, Fault.LateAcknowledgement), new(FaultPoint.Submit, 4, Fault.LateAcknowledgement)],
        [new(FaultPoint.Submit, 1, Fault.ErrorAfterAcceptance), new(FaultPoint.Submit, 2, Fault.ErrorAfterAcceptance)],
        [new(FaultPoint.Submit, 2, Fault.NightlyReset), new(FaultPoint.Submit, 3, Fault.NightlyReset)],
        [new(FaultPoint.Submit, 2, Fault.SilentSessionLoss)],
        [new(FaultPoint.Submit, 1, Fault.PartialThenCancel), new(FaultPoint.Submit, 3, Fault.PartialThenCancel)],
        [new(FaultPoint.Fill, 1, Fault.DuplicateFill), new(FaultPoint.Fill, 2, Fault.DuplicateFill)],
        [new(FaultPoint.Fill, 1, Fault.RenamedFill), new(FaultPoint.Fill, 2, Fault.RenamedFill)],
        [.. Enumerable.Range(1, 6).Select(n => new FaultLine(FaultPoint.Fill, n, Fault.Correction))],
        [new(FaultPoint.Fill, 1, Fault.LateCommission), new(FaultPoint.Fill, 2, Fault.LateCommission)],
        [new(FaultPoint.Request, 4, Fault.RateLimitBan), new(FaultPoint.Request, 13, Fault.RateLimitBan)],
        .. Spread(Fault.TruncatedFrame), .. Spread(Fault.GarbageFrame), .. Spread(Fault.SlowDrip), .. Spread(Fault.Reordered),
        // At every boundary of the first messages of a session, and at some later ones.
        .. Enumerable.Range(1, 40).Select(n => new FaultLine[] { new(FaultPoint.Send, n, Fault.Disconnect) }),
    ];

    [TestCaseSource(nameof(Faults))]
    [Parallelizable(ParallelScope.All)]
    public async Task Orders_and_fills_are_the_venues_whatever_it_does(FaultLine[] script)
    {
        await using var trial = await Trial.Start(new FaultPlan([], script, seed: 5));
        OrderTicket[] tickets =
        [
            trial.Ticket(OrderType.Market), trial.Ticket(OrderType.Limit, limit: 60m), trial.Ticket(OrderType.Market, 1_000m),
            trial.Ticket(OrderType.Market, 50m, Side.Sell),
        ];
        var outcomes = new List<(OrderTicket Ticket, SubmitOutcome Outcome)>();
        foreach (var ticket in tickets) outcomes.Add((ticket, await trial.Broker.Submit(ticket, default)));
        var ledger = new SortedDictionary<string, decimal>(StringComparer.Ordinal);
        foreach (var (ticket, outcome) in outcomes)
        {
            if (outcome is SubmitOutcome.Rejected) continue;
            var answer = await trial.Resolved(ticket, a => IsComplete(ticket, a));
            if (answer is QueryOutcome.Found { Order: var order })
                foreach (var fill in order.Fills) ledger[fill.ExecutionId] = (ticket.Side == Side.Buy ? 1 : -1) * fill.Quantity.Value;
        }
        var exchange = trial.Server.Exchange;
        var venue = exchange.Fills.Sum(fill => (fill.Side == Side.Buy ? 1 : -1) * fill.Quantity);
        Assert.That(ledger.Values.Sum(), Is.EqualTo(venue), "the ledger is the venue's book");
        Assert.That(ledger, Has.Count.EqualTo(exchange.Fills.Count), "each execution once");
        var sent = outcomes.Count(o => o.Outcome is not SubmitOutcome.Rejected);
        Assert.That(exchange.Orders, Has.Count.LessThanOrEqualTo(sent), "no order twice");
        var positions = await Eventually.Get(() => Positions(trial), p => p is not null, "a snapshot");
        Assert.That(positions, Is.EqualTo(venue));
    }

    [Test]
    public async Task Order_whose_connection_goes_is_unknown_at_once_and_found_after_the_next_one()
    {
        var silent = new FaultPlan([], [new(FaultPoint.Submit, 1, Fault.LostAcknowledgement)], 5);
        // Long enough that only the connection's end can be what answers.
        await using var trial = await Trial.Start(silent, patience: TimeSpan.FromMinutes(5));
        var ticket = trial.Ticket(OrderType.Limit, limit: 60m);
        var submitting = trial.Broker.Submit(ticket, default);
        await Eventually.True(() => trial.Server.Exchange.Orders.Count == 1, "TWS has taken it");
        Assert.That(submitting.IsCompleted, Is.False, "no answer came");
        trial.Cable.Cut();
        var outcome = await submitting.WaitAsync(TimeSpan.FromMinutes(1));
        Assert.That(outcome, Is.InstanceOf<SubmitOutcome.Unknown>());
        Assert.That(((SubmitOutcome.Unknown)outcome).Cause, Does.Contain("connection"));
        Assert.That(await trial.Broker.Query(Trial.Reference(ticket), default), Is.InstanceOf<QueryOutcome.Unavailable>());

        trial.Cable.Mend();
        var found = await trial.Resolved(ticket);
        Assert.That((found as QueryOutcome.Found)?.Order.Status, Is.EqualTo(BrokerOrderStatus.Working));
        Assert.That(trial.Server.Exchange.Orders, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Cancel_whose_connection_goes_is_unknown_at_once_and_may_be_repeated()
    {
        var deaf = new FaultPlan([], [new(FaultPoint.Cancel, 1, Fault.LostCancel)], 5);
        await using var trial = await Trial.Start(deaf, patience: Trial.Minute);
        var ticket = trial.Ticket(OrderType.Limit, limit: 60m);
        Assert.That(await trial.Broker.Submit(ticket, default), Is.InstanceOf<SubmitOutcome.Accepted>());
        var canceling = trial.Broker.Cancel(Trial.Reference(ticket), default);
        await Eventually.True(() => deaf.Happened.ContainsKey(Fault.LostCancel), "TWS was told");
        trial.Cable.Cut();
        var outcome = await canceling;
        Assert.That(outcome, Is.InstanceOf<CancelOutcome.Unknown>().Or.InstanceOf<CancelOutcome.Requested>());

        trial.Cable.Mend();
        await Eventually.True(
            async () => await trial.Broker.Cancel(Trial.Reference(ticket), default) is CancelOutcome.Canceled, "it is canceled");
    }

    [Test]
    public async Task Fill_after_a_confirmed_cancel_is_told_and_counted()
    {
        await using var trial = await Trial.Start(
            new FaultPlan([], [new(FaultPoint.Cancel, 1, Fault.LateFill)], 5), patience: Trial.Minute);
        var ticket = trial.Ticket(OrderType.Limit, limit: 60m);
        Assert.That(await trial.Broker.Submit(ticket, default), Is.InstanceOf<SubmitOutcome.Accepted>());
        await trial.Broker.Cancel(Trial.Reference(ticket), default);
        var answer = await trial.Resolved(ticket, a => a is QueryOutcome.Found { Order.Fills.Count: > 0 });
        Assert.That(((QueryOutcome.Found)answer).Order.Fills.Sum(f => f.Quantity.Value), Is.EqualTo(100m));
    }

    [Test]
    public async Task Phantom_position_is_told_as_it_is()
    {
        await using var trial = await Trial.Start(
            new FaultPlan([], [new(FaultPoint.Positions, 1, Fault.PhantomPosition)], 5), patience: Trial.Minute);
        var snapshot = await trial.Broker.Snapshot(default);
        Assert.That(snapshot.Positions.Single().Instrument.ToString(), Is.EqualTo("SPY.ARCX"));
    }

    private static async Task<decimal?> Positions(Trial trial)
    {
        try
        {
            return (await trial.Broker.Snapshot(default)).Positions.Sum(p => p.Quantity);
        }
        catch (BrokerUnavailableException)
        {
            return null;
        }
    }

    private static bool IsComplete(OrderTicket ticket, QueryOutcome answer) => answer switch
    {
        QueryOutcome.Found { Order: { Status: BrokerOrderStatus.Filled } order } =>
            order.Fills.Sum(f => f.Quantity.Value) == ticket.Quantity.Value,
        QueryOutcome.Found { Order: { Status: BrokerOrderStatus.Working, Fills.Count: 0 } } => ticket.Type == OrderType.Limit,
        QueryOutcome.Found { Order.Status: BrokerOrderStatus.Canceled } => true,
        QueryOutcome.NotPlaced => true,
        _ => false,
    };

    private static IEnumerable<FaultLine[]> Spread(Fault fault) =>
        new[] { 3, 9, 17, 26 }.Select(n => new FaultLine[] { new(FaultPoint.Send, n, fault), new(FaultPoint.Send, n + 31, fault) });
}
