using Superintel.Execution.Service.Adapters.Trading.Ibkr;
using Superintel.Execution.Trading;
using Superintel.Kernel;
using Superintel.TestKit;
using Superintel.Venue.Ibkr.Messages;
using Superintel.Venue.Ibkr.Messages.Requests;
using Superintel.VenueSimulator.Conformance;
using Superintel.VenueSimulator.Faults;
using TwsContract = Superintel.Venue.Ibkr.Messages.Contract;

namespace Superintel.Execution.Tests.Trading.Ibkr.Adapter;

public sealed class IbkrBrokerTests : TrialFixture
{
    [Test]
    public async Task Every_conformance_case_passes()
    {
        // The driver runs by the system's clock, as at a terminal: the venue must too.
        await using var venue = await Trial.Start(FaultPlan.None, clock: new Session.SameDayClock());
        await using var driver = await VenueDrivers.Known["ibkr"](new Endpoint("127.0.0.1", venue.Server.Port, false, null), default);
        var report = await ConformanceRunner.Run(driver, [], default);
        Assert.That(report.Cases.Where(c => c.Result == CaseResult.Fail).Select(c => $"{c.Id} {c.Name}: {c.Detail}"), Is.Empty);
        Assert.That(
            report.Cases.Where(c => c.Result == CaseResult.NotApplicable).Select(c => c.Id), Is.EqualTo(new[] { "21", "22", "23" }));
    }

    [Test]
    public async Task Restarts_with_a_working_order_place_nothing_new()
    {
        var ticket = trial.Ticket(OrderType.Limit, limit: 60m);
        var first = await trial.Broker.Submit(ticket, default);
        for (var restart = 0; restart < 3; restart++)
        {
            await trial.Restart();
            Assert.That(await trial.Broker.Submit(ticket, default), Is.EqualTo(first));
        }
        Assert.That(trial.Server.Exchange.Orders, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Order_that_was_filled_before_a_restart_is_not_sent_again()
    {
        var ticket = trial.Ticket(OrderType.Market);
        await trial.Broker.Submit(ticket, default);
        await trial.Restart();
        Assert.That(await trial.Broker.Submit(ticket, default), Is.InstanceOf<SubmitOutcome.Accepted>());
        Assert.That(trial.Server.Exchange.Fills.Sum(f => f.Quantity), Is.EqualTo(100m));
    }

    [Test]
    public async Task Instrument_whose_contract_has_another_name_is_refused_and_nothing_leaves()
    {
        var other = trial.Ticket(OrderType.Market) with { Instrument = InstrumentId.Parse("KO.NYSE") };
        Assert.That(Code(await trial.Broker.Submit(other, default)), Is.EqualTo("symbol-unknown"));
        Assert.That(trial.Server.Exchange.Orders, Is.Empty);
    }

    [TestCase("KO.NYSE", AssetClass.Equity, 8894)]
    [TestCase("EURUSD.IDEALPRO", AssetClass.Fx, 12087792)]
    public async Task Instrument_that_was_named_keeps_its_name_over_a_restart(string name, AssetClass assetClass, int conId)
    {
        await trial.DisposeAsync();
        trial = await Trial.Start(FaultPlan.None, new Dictionary<string, int> { [name] = conId });
        var ticket = trial.Ticket(OrderType.Market) with { Instrument = InstrumentId.Parse(name), AssetClass = assetClass };
        Assert.That(await trial.Broker.Submit(ticket, default), Is.InstanceOf<SubmitOutcome.Accepted>());
        await trial.Restart();
        var held = await Eventually.Get(
            async () => (await trial.Broker.Snapshot(default)).Positions, positions => positions.Count > 0, "the position is told");
        Assert.That(held.Select(position => (position.Instrument.ToString(), position.Quantity)), Is.EqualTo(new[] { (name, 100m) }));
    }

    [TestCase("KO", 8894)]
    [TestCase("KO.NYSE", 0)]
    [TestCase("KO.XNYS", 1)]
    public void Table_that_cannot_be_exact_stops_the_start(string name, int conId) => Assert.That(
        () => new IbkrContracts([new("PEP.NYSE", 1), new(name, conId)]), Throws.ArgumentException);

    [Test]
    public async Task Order_of_another_client_is_in_the_snapshot_as_external()
    {
        await using var other = await Session.Sessions.Connect(trial.Server.Port, clientId: 55);
        await other.Send(new PlaceOrder(other.OrderIds.Take(), TwsContract.Stock("PEP", "USD"), new OrderTerms
        {
            Action = "BUY", Quantity = 7m, OrderType = "LMT", LimitPrice = 100m, TimeInForce = "GTC", Account = "DU1234567",
        }), default);
        await other.Probe(default);
        var order = (await trial.Broker.Snapshot(default)).WorkingOrders.Single();
        Assert.That(order.ClientOrderId.Value, Does.StartWith("external-"));
        Assert.That((order.Instrument.ToString(), order.Quantity.Value), Is.EqualTo(("PEP.XNAS", 7m)));
    }

    [Test]
    public async Task Events_tell_what_happened_before_they_were_asked_for_and_after()
    {
        var early = trial.Ticket(OrderType.Market);
        await trial.Broker.Submit(early, default);
        var told = new List<BrokerEvent>();
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var late = trial.Ticket(OrderType.Limit, limit: 60m);
        await foreach (var happened in trial.Broker.Events(stop.Token))
        {
            lock (told) told.Add(happened);
            if (told.Count == 1) await trial.Broker.Submit(late, default);
            if (happened is BrokerEvent.Accepted accepted && accepted.ClientOrderId == late.ClientOrderId)
                await trial.Broker.Cancel(Trial.Reference(late), default);
            if (happened is BrokerEvent.Canceled) break;
        }
        var fills = told.OfType<BrokerEvent.Filled>().DistinctBy(f => f.ExecutionId).ToArray();
        Assert.That(fills.Sum(f => f.Quantity.Value), Is.EqualTo(100m));
        Assert.That(fills.Select(f => f.Commission.Amount), Has.All.GreaterThan(0m));
    }

    [Test]
    public async Task Nothing_leaves_in_a_planned_outage()
    {
        var now = new Session.VirtualClock(new DateTimeOffset(2026, 7, 2, 4, 0, 0, TimeSpan.Zero));
        await using var broker = new IbkrBroker(
            new() { Port = trial.Server.Port, Account = "DU1234567" }, new(), new IbkrContracts([]), now,
            Microsoft.Extensions.Logging.Abstractions.NullLogger<IbkrBroker>.Instance);
        Assert.That((await broker.Submit(trial.Ticket(OrderType.Market), default) as SubmitOutcome.Deferred)?.Code,
            Is.EqualTo("nightly-reset"));
        Assert.That(trial.Server.Exchange.Orders, Is.Empty);
    }

    [Test]
    public async Task Unknown_contract_and_wrong_tick_are_rejected_with_proof()
    {
        var unknown = trial.Ticket(OrderType.Market) with { Instrument = InstrumentId.Parse("NONE.XNYS") };
        Assert.That(Code(await trial.Broker.Submit(unknown, default)), Is.EqualTo("contract-unknown"));
        var offTick = trial.Ticket(OrderType.Limit, limit: 60.001m);
        Assert.That(Code(await trial.Broker.Submit(offTick, default)), Is.EqualTo("price-off-tick"));
        Assert.That(trial.Server.Exchange.Orders, Is.Empty);
    }

    [Test]
    public async Task Venue_that_is_not_there_is_unavailable_and_never_flat()
    {
        await trial.Server.DisposeAsync();
        Assert.That(() => trial.Broker.Snapshot(default), Throws.InstanceOf<BrokerUnavailableException>());
        Assert.That(await trial.Broker.Submit(trial.Ticket(OrderType.Market), default), Is.InstanceOf<SubmitOutcome.Deferred>());
        Assert.That(
            await trial.Broker.Query(Trial.Reference(trial.Ticket(OrderType.Market)), default), Is.InstanceOf<QueryOutcome.Unavailable>());
    }

    [TestCase("KO.XNYS", AssetClass.Equity)]
    [TestCase("BRK.B.XNYS", AssetClass.Equity)]
    [TestCase("ESZ6.XCME", AssetClass.Future)]
    [TestCase("EUR/USD.IDEALPRO", AssetClass.Fx)]
    public void Instrument_is_named_back_as_it_was_described(string name, AssetClass assetClass)
    {
        var instrument = InstrumentId.Parse(name);
        var contract = IbkrSymbols.Describe(instrument, assetClass, "USD");
        Assert.That(IbkrSymbols.Name(contract, contract.PrimaryExchange), Is.EqualTo(instrument));
    }

    [Test]
    public void Option_is_described_from_its_OCC_name()
    {
        var contract = IbkrSymbols.Describe(InstrumentId.Parse("AAPL261218C00250500.XCBO"), AssetClass.Option, "USD");
        Assert.That((contract.Symbol, contract.LastTradeDate), Is.EqualTo(("AAPL", "20261218")));
        Assert.That((contract.Right, contract.Strike), Is.EqualTo(("C", 250.5m)));
        Assert.That(IbkrSymbols.Name(contract, "CBOE").ToString(), Is.EqualTo("AAPL261218C00250500.XCBO"));
        var noOption = InstrumentId.Parse("AAPL.XCBO");
        Assert.That(() => IbkrSymbols.Describe(noOption, AssetClass.Option, "USD"), Throws.InstanceOf<FormatException>());
    }

    private static string Code(SubmitOutcome outcome) => outcome is SubmitOutcome.Rejected rejected ? rejected.Code : outcome.ToString();
}
