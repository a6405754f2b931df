using Superintel.Execution.Tests.Trading.Binance;
using Superintel.Execution.Tests.Trading.Mt4;
using Superintel.Kernel;
using Superintel.VenueSimulator.Binance;
using Superintel.VenueSimulator.Conformance;
using Superintel.VenueSimulator.Faults;
using Superintel.VenueSimulator.Hosting;
using Superintel.VenueSimulator.Ibkr;
using Superintel.VenueSimulator.Matching;
using Superintel.VenueSimulator.Mt4;

namespace Superintel.Execution.Tests.Trading;

/// <summary>Somebody presses Ctrl-C in the middle of the cases, with an order at the venue.</summary>
public sealed class InterruptedConformanceTests
{
    private const string FillsMarket = "05";
    private const string RestsLimit = "06";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    [TestCase(FillsMarket)]
    [TestCase(RestsLimit)]
    public async Task Run_at_ibkr_that_is_interrupted_leaves_nothing_there(string id)
    {
        await using var server = new IbkrServer(new SimulatorOptions(0, 1, FaultPlan.None, TimeSpan.Zero));
        var address = await server.Start(default);
        await using var driver = await IbkrDriver.Connect(new Endpoint(address.Host, address.Port, false, null), default);
        await Interrupted(driver, server.Exchange, id);
    }

    [TestCase(FillsMarket)]
    [TestCase(RestsLimit)]
    public async Task Run_at_binance_that_is_interrupted_leaves_nothing_there(string id)
    {
        await using var exchange = await SimulatedBinance.Start();
        await using var driver = new BinanceDriver(exchange.Options, exchange.Credentials);
        await Interrupted(driver, exchange.Server.Exchange, id);
    }

    [TestCase(FillsMarket)]
    [TestCase(RestsLimit)]
    public async Task Run_at_mt4_that_is_interrupted_leaves_nothing_there(string id)
    {
        await using var terminal = await SimulatedMt4.Start();
        await using var driver = new Mt4Driver(terminal.Options, Mt4Server.Account, isLive: false);
        await Interrupted(driver, terminal.Server.Exchange, id);
    }

    private static async Task Interrupted(IVenueDriver driver, SimExchange exchange, string id)
    {
        using var interrupt = new CancellationTokenSource();
        // The word is given while the venue takes the order: nobody can have heard of it yet.
        exchange.OrderChanged += order =>
        {
            if (id == RestsLimit && order.IsWorking) _ = interrupt.CancelAsync();
        };
        exchange.Traded += (_, _) => _ = interrupt.CancelAsync();
        var before = Held(exchange);

        var run = ConformanceCommand.Report(driver, [id], Patience, interrupt.Token);
        await run.ContinueWith(_ => { }, TaskScheduler.Default);

        Assert.That(run.IsCanceled, Is.True, $"{run.Status}");

        Assert.That(exchange.Read(e => e.Orders.Count), Is.GreaterThan(0), "an order was at the venue");
        Assert.That(exchange.Read(e => e.Orders.Where(order => order.IsOpen)), Is.Empty);
        Assert.That(Held(exchange), Is.EqualTo(before));
        Assert.That(driver.Sent.All, Is.Not.Empty);
    }

    private static decimal Held(SimExchange exchange) =>
        exchange.Read(e => e.Fills.Sum(fill => fill.Side == Side.Buy ? fill.Quantity : -fill.Quantity));
}
