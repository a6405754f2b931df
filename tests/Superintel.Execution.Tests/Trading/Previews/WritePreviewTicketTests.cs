using Superintel.Execution.Execution.Control;
using Superintel.Execution.Execution.Memory;
using Superintel.Execution.Execution.Pairs;
using Superintel.Execution.Execution.Previews;
using Superintel.Execution.Trading;
using Superintel.Execution.Trading.Composite;
using Superintel.Kernel;
using static Superintel.Execution.Tests.Fakes.Given;

namespace Superintel.Execution.Tests.Trading.Previews;

public sealed class WritePreviewTicketTests
{
    private static readonly BrokerRoutes Routes = new(
        new Dictionary<string, string> { ["equity"] = "ibkr", ["fx"] = "mt4" },
        new Dictionary<string, string> { ["ibkr"] = "DU1", ["mt4"] = "7" });

    [Test]
    public async Task Question_becomes_the_ticket_of_its_route_with_the_desk_s_terms()
    {
        var written = (PreviewTicket.Written)await Asked(Question() with { LimitPrice = 60m });
        Assert.That((written.Ticket.Venue, written.Ticket.Account, written.Ticket.Type, written.Ticket.TimeInForce),
            Is.EqualTo(("ibkr", "DU1", OrderType.Limit, TimeInForce.GoodTillCancel)));
    }

    [TestCase(null, null, null, OrderType.Market)]
    [TestCase(60d, null, null, OrderType.Limit)]
    [TestCase(null, 61d, null, OrderType.Stop)]
    [TestCase(60d, 61d, null, OrderType.StopLimit)]
    [TestCase(null, null, 1d, OrderType.TrailingStop)]
    public async Task Kind_follows_from_the_prices(double? limit, double? stop, double? trailing, OrderType type)
    {
        var question = Question() with
        {
            LimitPrice = (decimal?)limit, StopPrice = (decimal?)stop, TrailingAmount = (decimal?)trailing,
        };
        Assert.That((await Asked(question) as PreviewTicket.Written)?.Ticket.Type, Is.EqualTo(type));
    }

    [Test]
    public async Task What_cannot_be_asked_says_why()
    {
        var question = Question();
        (PreviewQuestion Question, string Code)[] wrong =
        [
            (question with { Quantity = 0m }, "quantity-invalid"),
            (question with { Quantity = decimal.MaxValue }, "quantity-invalid"),
            (question with { Quantity = 1.5m }, "quantity-off-lot"),
            (question with { LimitPrice = -1m }, "price-invalid"),
            (question with { LimitPrice = decimal.MaxValue }, "price-invalid"),
            (question with { Type = OrderType.Limit }, "limit-price-missing"),
            (question with { Type = OrderType.Market, LimitPrice = 1m }, "limit-price-unused"),
            (question with { Type = OrderType.StopLimit, LimitPrice = 1m }, "stop-price-missing"),
            (question with { Type = OrderType.TrailingStop }, "trailing-price-missing"),
            (question with { TimeInForce = TimeInForce.GoodTillDate }, "date-missing"),
            (question with { GoodTillDate = Start }, "date-unused"),
            (question with { Instrument = InstrumentId.Parse("NONE.XNYS") }, DenialCode.UnknownInstrument),
            (question with { Instrument = InstrumentId.Parse("SPX.XCBO") }, DenialCode.NoRoute),
            (question with { Instrument = InstrumentId.Parse("BTC.BINANCE") }, DenialCode.NoRoute),
        ];
        foreach (var (asked, code) in wrong)
            Assert.That((await Asked(asked) as PreviewTicket.Refused)?.Code, Is.EqualTo(code), $"{asked}");
    }

    private static PreviewQuestion Question() => new(InstrumentId.Parse(Ko), Side.Buy, 100m, null, null, null, null, null, null);

    private static async Task<PreviewTicket> Asked(PreviewQuestion question)
    {
        var instruments = new MemoryInstruments();
        foreach (var listed in new[] { Listed(Ko), Listed("SPX.XCBO", "index", tradable: false), Listed("BTC.BINANCE", "crypto") })
            await instruments.Save(Instrument.From(listed), default);
        var terms = new PlacementTerms(TimeInForce.GoodTillCancel, TimeSpan.FromDays(1));
        return await new WritePreviewTicket(instruments, Routes, terms, TimeProvider.System).Handle(question, default);
    }
}
