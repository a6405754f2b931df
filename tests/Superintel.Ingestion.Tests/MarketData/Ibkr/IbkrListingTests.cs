using Superintel.Ingestion.MarketData;
using Superintel.Ingestion.Service.Adapters.MarketData.Ibkr;
using Superintel.Kernel;
using Superintel.Venue.Ibkr.Messages.Answers;
using TwsContract = Superintel.Venue.Ibkr.Messages.Contract;

namespace Superintel.Ingestion.Tests.MarketData.Ibkr;

/// <summary>Quantities are units of what is priced, whatever TWS counts in.</summary>
public sealed class IbkrListingTests
{
    [Test]
    public void Lot_of_a_future_is_its_multiplier_and_its_volume_is_in_units()
    {
        var listing = Listing("ESZ6.XCME", "FUT", "50");
        Assert.That((listing.Instrument.LotSize, listing.Instrument.Tradable), Is.EqualTo((50m, true)));
        var bar = IbkrBars.Of(
            listing, BarInterval.Parse("1d"), new HistoricalUpdate(0, 10, "20260302", 5000m, 5010m, 5020m, 4990m, 5005m, 3m));
        Assert.That(bar!.Volume, Is.EqualTo(150m));
    }

    [TestCase("", 1, ExpectedResult = true)]
    [TestCase("1", 1, ExpectedResult = true)]
    [TestCase("0.1", 1, ExpectedResult = true)]
    [TestCase("many", 1, ExpectedResult = false)]
    [TestCase("-50", 1, ExpectedResult = false)]
    [TestCase("0", 1, ExpectedResult = false)]
    [TestCase("5000", 100, ExpectedResult = false, Description = "corn is priced in cents")]
    public bool Only_contracts_whose_money_is_known_are_traded(string multiplier, int magnifier) =>
        Listing("ESZ6.XCME", "FUT", multiplier, magnifier).Instrument.Tradable;

    internal static IbkrListing Listing(string name, string securityType, string multiplier, int magnifier = 1)
    {
        var contract = new TwsContract
        {
            ConId = 1, SecurityType = securityType, Exchange = "SMART", Currency = "USD", Multiplier = multiplier,
        };
        return IbkrListing.Of(
            InstrumentId.Parse(name), contract, [new ContractData(1, contract) { PriceMagnifier = magnifier, MinimumTick = 0.25m }]);
    }
}
