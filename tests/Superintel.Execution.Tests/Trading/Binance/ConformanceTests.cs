using Superintel.VenueSimulator.Binance;
using Superintel.VenueSimulator.Conformance;

namespace Superintel.Execution.Tests.Trading.Binance;

public sealed class ConformanceTests
{
    [TestCase(OrderWay.Rest)]
    [TestCase(OrderWay.Signed)]
    [TestCase(OrderWay.LoggedOn)]
    public async Task Adapter_passes_every_case_against_the_simulated_exchange(OrderWay way)
    {
        await using var exchange = await SimulatedBinance.Start(way: way);
        await using var driver = new BinanceDriver(exchange.Options, exchange.Credentials, exchange.Server.Exchange.Step);
        var report = await ConformanceRunner.Run(driver, [], CancellationToken.None);

        Assert.That(report.Cases.Where(c => c.Result == CaseResult.Fail).Select(c => $"{c.Id} {c.Name}: {c.Detail}"), Is.Empty);
        Assert.That(report.Cases.Where(c => c.Result == CaseResult.NotApplicable).Select(c => c.Id),
            Is.EqualTo(new[] { "09", "10", "11", "12", "21", "22", "23", "25" }));
        Assert.That(exchange.Server.OrdersOverSocket, way == OrderWay.Rest ? Is.Zero : Is.Not.Zero);
    }

    [Test]
    public void Live_exchange_is_refused_unless_it_is_told_twice()
    {
        var endpoint = new Endpoint("api.binance.com", 443, AllowLive: true, LiveAccount: null);
        Assert.That(() => BinanceDriver.OptionsOf(endpoint).Address(), Throws.InvalidOperationException);
        Assert.That(BinanceDriver.OptionsOf(endpoint with { LiveAccount = "spot" }).Address().IsLive, Is.True);
    }
}
