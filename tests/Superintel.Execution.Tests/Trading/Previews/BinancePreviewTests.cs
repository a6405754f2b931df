using System.Text;
using Superintel.Execution.Service.Adapters.Trading.Binance;
using Superintel.Execution.Tests.Trading.Binance;
using Superintel.Execution.Trading;
using Superintel.Execution.Trading.Ports;
using Superintel.Kernel;
using Superintel.Venue.Binance.Parse;

namespace Superintel.Execution.Tests.Trading.Previews;

public sealed class BinancePreviewTests
{
    private const string Answer = """
        {"standardCommissionForOrder":{"maker":"0.00080000","taker":"0.00100000"},
         "specialCommissionForOrder":{"maker":"0.00010000","taker":"0.00020000"},
         "taxCommissionForOrder":{"maker":"0.00000100","taker":"0.00000200"},
         "discount":{"enabledForAccount":true,"enabledForSymbol":true,"discountAsset":"BNB","discount":"0.25000000"}}
        """;

    private SimulatedBinance exchange = null!;

    [SetUp]
    public async Task Start() => exchange = await SimulatedBinance.Start();

    [TearDown]
    public async Task Stop() => await exchange.DisposeAsync();

    [Test]
    public async Task Commission_is_told_at_the_limit_and_nothing_is_placed()
    {
        var told = await Preview(exchange.Ticket(Side.Sell, OrderType.Limit, limit: 49_000m)) as PreviewOutcome.Told;
        var expected = 49_000m * 0.01m * exchange.Server.Exchange.FeeRate;
        Assert.That(told?.Cost.Commission, Is.EqualTo(new CommissionEstimate(expected, expected, expected, new Currency("USDT"))));
        Assert.That(told!.Cost.InitialMargin, Is.Null);
        Assert.That(exchange.Server.Exchange.Orders, Is.Empty);
    }

    [Test]
    public async Task Market_order_is_worked_out_at_the_average_price_and_says_so()
    {
        var told = await Preview(exchange.Ticket(Side.Buy, OrderType.Market)) as PreviewOutcome.Told;
        Assert.That(told?.Cost.Commission?.Amount, Is.GreaterThan(0m));
        Assert.That(told!.Cost.Warning, Does.Contain("average price").And.Contain("BTC"));
        Assert.That(exchange.Server.Exchange.Orders, Is.Empty);
    }

    [TestCase("0.000001", "lot-size")]
    [TestCase("0.00005", "notional")]
    [TestCase("0", "lot-size")]
    public async Task Order_that_a_filter_refuses_is_refused(string quantity, string code)
    {
        var amount = decimal.Parse(quantity, System.Globalization.CultureInfo.InvariantCulture);
        var ticket = exchange.Ticket(Side.Buy, OrderType.Market, quantity: amount);
        Assert.That(await Preview(ticket), Is.TypeOf<PreviewOutcome.Refused>().With.Property("Code").EqualTo(code));
    }

    [TestCase("ETHBTC.BINANCE", "quote-asset")]
    [TestCase("BTC.KRAKEN", "symbol-unknown")]
    [TestCase("NONE.BINANCE", "bad-symbol")]
    public async Task Symbol_that_is_not_traded_is_refused_as_its_orders_are(string instrument, string code)
    {
        var ticket = exchange.Ticket(Side.Buy, OrderType.Market, quantity: 1m) with { Instrument = InstrumentId.Parse(instrument) };
        Assert.That(await Preview(ticket), Is.TypeOf<PreviewOutcome.Refused>().With.Property("Code").EqualTo(code));
    }

    [Test]
    public async Task Day_order_and_trailing_stop_are_refused()
    {
        var day = exchange.Ticket(Side.Buy, OrderType.Limit, 49_000m) with { TimeInForce = TimeInForce.Day };
        var trailing = exchange.Ticket(Side.Sell, OrderType.TrailingStop) with { TrailingAmount = 100m };
        foreach (var ticket in new[] { day, trailing })
            Assert.That(await Preview(ticket), Is.TypeOf<PreviewOutcome.Refused>().With.Property("Code").EqualTo("order-type-unsupported"));
    }

    [Test]
    public async Task Exchange_that_is_not_there_is_unavailable()
    {
        await exchange.Server.DisposeAsync();
        Assert.That(await Preview(exchange.Ticket(Side.Buy, OrderType.Limit, 49_000m)), Is.TypeOf<PreviewOutcome.Unavailable>());
    }

    [Test]
    public void Rates_are_the_sum_of_their_parts_and_a_discount_is_named()
    {
        var rates = CommissionParser.Rates(Encoding.UTF8.GetBytes(Answer)).Value;
        Assert.That((rates?.Maker, rates?.Taker, rates?.DiscountAsset), Is.EqualTo((0.000901m, 0.001202m, "BNB")));
    }

    [TestCase("{}")]
    [TestCase("[]")]
    [TestCase("""{"standardCommissionForOrder":{"maker":"0.1"}}""")]
    [TestCase("""{"standardCommissionForOrder":{"maker":"0.1","taker":"2"}}""")]
    [TestCase("""{"standardCommissionForOrder":{"maker":0.1,"taker":null}}""")]
    [TestCase("""{"discount":{"enabledForAccount":true}}""")]
    [TestCase("""{"standardCommissionForOrder":""")]
    public void Answer_without_its_rates_is_unreadable_and_not_free(string json) =>
        Assert.That(CommissionParser.Rates(Encoding.UTF8.GetBytes(json)).IsValid, Is.False);

    [Test]
    public void Damaged_answers_are_read_or_refused_and_never_throw()
    {
        var whole = Encoding.UTF8.GetBytes(Answer);
        for (var cut = 0; cut < whole.Length; cut++)
        {
            CommissionParser.Rates(whole.AsSpan(0, cut));
            var damaged = (byte[])whole.Clone();
            foreach (var other in "\"{}[],:x9\0"u8)
            {
                damaged[cut] = other;
                CommissionParser.Rates(damaged);
            }
        }
        Assert.That(CommissionParser.Rates(whole).IsValid, Is.True);
    }

    private Task<PreviewOutcome> Preview(OrderTicket ticket) => new BinancePreview(
        exchange.Venue.Client, new BinanceRules(exchange.Venue.Client, TimeProvider.System), exchange.Venue.Symbols, exchange.Options)
        .Preview(ticket, default);
}
