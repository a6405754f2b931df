namespace Superintel.Kernel.Tests;

public sealed class InstrumentIdTests
{
    [TestCase("KO.XNYS", "KO", "XNYS")]
    [TestCase("BRK.B.XNYS", "BRK.B", "XNYS")]
    [TestCase("BTC/USDT.BINANCE", "BTC/USDT", "BINANCE")]
    public void Instrument_id_when_well_formed_keeps_symbol_and_venue(string text, string symbol, string venue)
    {
        var id = InstrumentId.Parse(text);
        Assert.Multiple(() =>
        {
            Assert.That(id.Symbol, Is.EqualTo(symbol));
            Assert.That(id.Venue, Is.EqualTo(venue));
            Assert.That(id.ToString(), Is.EqualTo(text));
        });
    }

    [TestCase("")]
    [TestCase("KO")]
    [TestCase(".XNYS")]
    [TestCase("KO.")]
    [TestCase("K O.XNYS")]
    [TestCase("KO~PG.XNYS")]
    [TestCase("KO.XN-YS")]
    public void Instrument_id_when_malformed_is_refused(string text) =>
        Assert.That(() => InstrumentId.Parse(text), Throws.TypeOf<FormatException>());
}
