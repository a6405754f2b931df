using Superintel.Execution.Tests.Trading.Binance;
using Superintel.Execution.Tests.Trading.Ibkr.Session;
using Superintel.TestKit;
using Superintel.VenueSimulator.Binance;
using Superintel.VenueSimulator.Conformance;
using Superintel.VenueSimulator.Faults;
using Superintel.VenueSimulator.Hosting;
using Superintel.VenueSimulator.Ibkr;

namespace Superintel.Execution.Tests.Trading.Limits;

/// <summary>Case 20 is worth something when it fails for a client that does not pace itself.</summary>
public sealed class PaceConformanceTests
{
    [Test]
    public async Task Tws_is_asked_for_all_that_it_limits_and_refuses_nothing_but_the_book_too_many()
    {
        var found = await AtTws(TimeProvider.System, TimeProvider.System);
        Assert.That(found.Result, Is.EqualTo(CaseResult.Pass), found.Detail);
        Assert.That(found.Detail, Does.StartWith("120 requests").And.EndsWith("book 4 refused with 309, the others whole"));
    }

    [Test]
    public async Task Tws_ends_the_case_of_a_client_that_does_not_pace_itself()
    {
        // At a venue whose second does not end, so that no machine is too slow to be too fast.
        var found = await AtTws(new HurriedClock(), new VirtualClock(TimeProvider.System.GetUtcNow()));
        Assert.That(found.Result, Is.EqualTo(CaseResult.Fail), found.Detail);
        Assert.That(found.Detail, Does.Contain("tws-100"));
    }

    [Test]
    public async Task Binance_ends_the_case_of_a_client_that_does_not_count_its_weight()
    {
        await using var exchange = await SimulatedBinance.Start(clock: new SettableClock(TimeProvider.System.GetUtcNow()));
        await using var driver = new BinanceDriver(exchange.Options, exchange.Credentials, null, new FleetingClock());
        var found = (await ConformanceRunner.Run(driver, ["20"], CancellationToken.None)).Cases.Single();
        Assert.That(found.Result, Is.EqualTo(CaseResult.Fail), found.Detail);
        Assert.That(found.Detail, Does.Contain("-1003"));
    }

    private static async Task<CaseOutcome> AtTws(TimeProvider clock, TimeProvider venues)
    {
        await using var server = new IbkrServer(new SimulatorOptions(0, 1, FaultPlan.None, TimeSpan.FromMilliseconds(250)), venues);
        var address = await server.Start(CancellationToken.None);
        await using var driver = await IbkrDriver.Connect(
            new Endpoint(address.Host, address.Port, AllowLive: false, LiveAccount: null), clock, CancellationToken.None);
        return (await ConformanceRunner.Run(driver, ["20"], CancellationToken.None)).Cases.Single();
    }
}
