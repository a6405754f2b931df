namespace Superintel.Risk.Tests.Service;

/// <summary>Rates from the configuration to the answer of the API, through PostgreSQL.</summary>
internal sealed class CarryServiceTests
{
    [Test]
    public async Task Portfolio_shows_commissions_borrow_and_funding_apart()
    {
        await using var execution = await FakeExecution.Start();
        await using var risk = await RunningRisk.Start(
            execution.Address, settings: ["--Risk:BorrowRates:equity=0.365", "--Risk:FundingRates:AAA.XNYS=-0.0365"]);
        await risk.Open();
        await risk.Tell(ServiceMarket.Proposal("d1"));
        foreach (var leg in new[] { 0, 1 }) await risk.Tell(ServiceMarket.Fill("d1", leg, 100m));
        await risk.Close(ServiceMarket.Days + 1);
        await risk.Close(ServiceMarket.Days + 1);
        var portfolio = (await risk.Send(HttpMethod.Get, "/api/portfolio", risk.Token("vic", "viewer"))).Body;
        Assert.Multiple(() =>
        {
            Assert.That(
                portfolio.GetProperty("borrow").GetDecimal(), Is.EqualTo(Market.Price("BBB", ServiceMarket.Days + 1) * 100m * 0.001m));
            Assert.That(
                portfolio.GetProperty("funding").GetDecimal(), Is.EqualTo(Market.Price("AAA", ServiceMarket.Days + 1) * 100m * -0.0001m));
            Assert.That(portfolio.GetProperty("commissions").GetDecimal(), Is.EqualTo(2m));
        });
    }
}
