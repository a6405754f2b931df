using Superintel.Execution.Tests.Crash;
using Superintel.Execution.Tests.Trading.Binance;
using Superintel.Execution.Tests.Trading.Mt4;
using Superintel.Execution.Trading;
using Superintel.Kernel;
using Superintel.TestKit;
using Superintel.Venue.Ibkr.Session;
using Superintel.VenueSimulator.Binance;
using Superintel.VenueSimulator.Conformance;
using Superintel.VenueSimulator.Faults;
using Superintel.VenueSimulator.Hosting;
using Superintel.VenueSimulator.Ibkr;
using Superintel.VenueSimulator.Matching;
using Superintel.VenueSimulator.Mt4;

namespace Superintel.Execution.Tests.Trading;

/// <summary>Each fault happens at each venue that can have it, while the conformance cases run.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class FaultTableTests
{
    private static IEnumerable<TestCaseData> Table => TradedVenue.Names.SelectMany(venue =>
        Fault.All.Where(fault => fault.IsAt(venue)).Select(fault => new TestCaseData(venue, fault.Name)));

    [TestCaseSource(nameof(Table))]
    public async Task Fault_happens_where_the_venue_can_have_it(string venue, string name)
    {
        var fault = Fault.Parse(name);
        var faults = new FaultPlan([fault], [], seed: 3);
        var trial = await At(venue, faults);
        await using var server = trial.Server;
        await using var driver = trial.Driver;
        using var enough = new CancellationTokenSource();
        var cases = Cases(driver, trial.Server.Exchange, fault, enough.Token);
        try
        {
            await Eventually.True(() => faults.Happened.ContainsKey(fault), $"{name} at {venue}", TimeSpan.FromSeconds(60));
        }
        finally
        {
            await enough.CancelAsync();
            await cases;
        }
    }

    [Test]
    public async Task Stop_that_triggers_into_an_empty_book_works_on_unfilled_until_it_is_canceled(
        [ValueSource(typeof(TradedVenue), nameof(TradedVenue.Names))] string venue)
    {
        var faults = new FaultPlan([Fault.StopWithoutFill], [], seed: 3);
        var trial = await At(venue, faults);
        await using var server = trial.Server;
        await using var driver = trial.Driver;
        var ticket = await Stop(driver, trial.Server.Exchange, CancellationToken.None);
        await Eventually.True(() => faults.Happened.ContainsKey(Fault.StopWithoutFill), "the stop triggers");
        trial.Server.Exchange.Step();

        var reference = new OrderReference(ticket.Venue, ticket.Account, ticket.ClientOrderId, ticket.Instrument, null, ticket.CreatedAt);
        var found = (QueryOutcome.Found)await driver.Broker.Query(reference, default);
        Assert.That((found.Order.Status, found.Order.Fills.Count), Is.EqualTo((BrokerOrderStatus.Working, 0)));
        await driver.Broker.Cancel(reference, default);
        var over = await Eventually.Get(
            () => driver.Broker.Query(reference, default),
            answer => answer is QueryOutcome.Found { Order.Status: not BrokerOrderStatus.Working }, "the stop is canceled");
        Assert.That(((QueryOutcome.Found)over).Order.Status, Is.EqualTo(BrokerOrderStatus.Canceled));
    }

    // The cases may fail here: it is the fault that is looked for.
    private static async Task Cases(IVenueDriver driver, SimExchange exchange, Fault fault, CancellationToken ct)
    {
        try
        {
            while (!ct.IsCancellationRequested)
            {
                if (fault.Point == FaultPoint.Trigger) await Stop(driver, exchange, ct);
                else await ConformanceRunner.Run(driver, ["01", "05", "06", "13"], ct);
            }
        }
        catch (OperationCanceledException)
        {
            // The fault has happened.
        }
    }

    private static async Task<OrderTicket> Stop(IVenueDriver driver, SimExchange exchange, CancellationToken ct)
    {
        var symbol = exchange.Instruments.First(one => driver.Profile.Instrument.Symbol == one.Symbol).Symbol;
        var above = exchange.Read(e => e.Book(symbol).Last) + (driver.Profile.TickSize * 100m);
        var profile = driver.Profile;
        var ticket = new OrderTicket(
            profile.Venue, profile.Account, new ClientOrderId($"cstop{Guid.NewGuid():N}"[..20]), profile.Instrument, profile.AssetClass,
            profile.LotSize, Side.Buy, new Quantity(profile.Quantity), OrderType.Stop, null, TimeInForce.GoodTillCancel,
            profile.Currency, TimeProvider.System.GetUtcNow()) with { StopPrice = above };
        var outcome = await driver.Broker.Submit(ticket, ct);
        Assert.That(outcome, Is.InstanceOf<SubmitOutcome.Accepted>());
        exchange.MoveTo(symbol, above + (driver.Profile.TickSize * 10m));
        return ticket;
    }

    private static async Task<(IVenueServer Server, IVenueDriver Driver)> At(string venue, FaultPlan faults)
    {
        switch (venue)
        {
            case "binance":
                var exchange = await SimulatedBinance.Start(faults);
                return (exchange.Server, new BinanceDriver(exchange.Options, exchange.Credentials, exchange.Server.Exchange.Step));
            case "mt4":
                var terminal = await SimulatedMt4.Start(faults);
                return (terminal.Server, new Mt4Driver(terminal.Options, Mt4Server.Account, false, terminal.Server.Exchange.Step));
            default:
                var server = new IbkrServer(new SimulatorOptions(0, 1, faults, TimeSpan.FromMilliseconds(250)));
                var address = await server.Start(CancellationToken.None);
                return (server, await Connected(new Endpoint(address.Host, address.Port, AllowLive: false, LiveAccount: null)));
        }
    }

    // A fault may come in the middle of the greeting.
    private static async Task<IVenueDriver> Connected(Endpoint endpoint)
    {
        IVenueDriver? driver = null;
        await Eventually.True(async () =>
        {
            try
            {
                driver = await IbkrDriver.Connect(endpoint, CancellationToken.None);
                return true;
            }
            catch (TwsException)
            {
                return false;
            }
        }, "a session");
        return driver!;
    }
}
