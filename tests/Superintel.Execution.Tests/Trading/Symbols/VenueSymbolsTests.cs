using FsCheck;
using FsCheck.Fluent;
using Superintel.Execution.Service.Adapters.Trading.Ibkr;
using Superintel.Execution.Trading.Symbols;
using Superintel.Kernel;

namespace Superintel.Execution.Tests.Trading.Symbols;

/// <summary>Symbols of the venues and our instrument ids.</summary>
public sealed class VenueSymbolsTests
{
    private static readonly VenueSymbols Mapped = new("BINANCE", new Dictionary<string, string>
    {
        ["BTC-USD.COINBASE"] = "BTCUSDT",
        ["ETHUSDT.BINANCE"] = "ETH",
        ["A.BINANCE"] = "B",
        ["B.BINANCE"] = "A",
    });

    private static readonly Arbitrary<string> Symbols = Arb.From(Gen.OneOf(
        Gen.Elements("BTCUSDT", "ETHUSDT", "ETH", "A", "B", "#AAPL", "EURUSD+", "币安人生USDT", "BRK.B", "", " ", ".", "unmapped-x"),
        from letters in Gen.Elements('A', 'B', '.', '-', '_', '/', '#', '1').ListOf()
        select string.Concat(letters)));

    private static readonly Arbitrary<InstrumentId> Instruments = Arb.From(
        from symbol in Gen.Elements("BTCUSDT", "ETHUSDT", "ETH", "A", "B", "BTC-USD", "SOLUSDT", "unmapped-x")
        from listing in Gen.Elements("BINANCE", "COINBASE", "XNYS")
        select InstrumentId.Parse($"{symbol}.{listing}"));

    [FsCheck.NUnit.Property(MaxTest = 500)]
    public Property Every_symbol_has_one_instrument_and_leads_back_or_nowhere() => Prop.ForAll(Symbols, symbol =>
    {
        var instrument = Mapped.InstrumentOf(symbol);
        var back = Mapped.SymbolOf(instrument);

        Assert.That(back is null || back == symbol, $"{symbol} -> {instrument} -> {back}");
        return true;
    });

    [FsCheck.NUnit.Property(MaxTest = 500)]
    public Property Every_instrument_with_a_symbol_is_what_the_symbol_reads_back_as() => Prop.ForAll(Instruments, instrument =>
    {
        if (Mapped.SymbolOf(instrument) is { } symbol) Assert.That(Mapped.InstrumentOf(symbol), Is.EqualTo(instrument));
        return true;
    });

    [TestCase("SOLUSDT.BINANCE", "SOLUSDT")]
    [TestCase("BTC-USD.COINBASE", "BTCUSDT")]
    [TestCase("ETHUSDT.BINANCE", "ETH")]
    [TestCase("A.BINANCE", "B")]
    public void Instrument_has_its_symbol(string instrument, string symbol)
    {
        Assert.That(Mapped.SymbolOf(InstrumentId.Parse(instrument)), Is.EqualTo(symbol));
        Assert.That(Mapped.InstrumentOf(symbol).ToString(), Is.EqualTo(instrument));
    }

    [TestCase("KO.XNYS")]
    [TestCase("BTCUSDT.BINANCE", Description = "the symbol is another instrument's")]
    [TestCase("SOL-USDT.COINBASE")]
    public void Instrument_of_another_listing_or_whose_symbol_is_taken_has_none(string instrument) =>
        Assert.That(Mapped.SymbolOf(InstrumentId.Parse(instrument)), Is.Null);

    [Test]
    public void Symbols_that_no_id_can_hold_have_ids_of_their_own()
    {
        var ids = new[] { "#AAPL", "#MSFT", "币安人生USDT" }.Select(Mapped.InstrumentOf).ToArray();

        Assert.That(ids, Is.Unique);
        Assert.That(ids.Select(Mapped.SymbolOf), Is.All.Null);
        Assert.That(Mapped.InstrumentOf("#AAPL"), Is.EqualTo(ids[0]), "the same after every restart");
    }

    [TestCase("KO", "KO")]
    [TestCase("KO.XNYS", "")]
    [TestCase("BTC-USD.COINBASE", "S")]
    public void Table_that_cannot_be_exact_stops_the_start(string name, string symbol) => Assert.That(
        () => new VenueSymbols("BINANCE", [new("BTCUSD.KRAKEN", "S"), new(name, symbol)]), Throws.ArgumentException);

    [TestCase("KO.XNYS", AssetClass.Equity)]
    [TestCase("BRK.B.XNYS", AssetClass.Equity)]
    [TestCase("ESZ6.XCME", AssetClass.Future)]
    [TestCase("AAPL261218C00250000.XCBO", AssetClass.Option)]
    [TestCase("EUR/USD.IDEALPRO", AssetClass.Fx)]
    public void Contract_of_ibkr_reads_back_as_its_instrument(string instrument, AssetClass assetClass)
    {
        var id = InstrumentId.Parse(instrument);
        var contract = IbkrSymbols.Describe(id, assetClass, "USD");
        var listing = contract.PrimaryExchange.Length > 0 ? contract.PrimaryExchange : IbkrExchanges.ToIb(id.Venue);

        Assert.That(IbkrSymbols.Name(contract, listing).ToString(), Is.EqualTo(instrument));
    }
}
