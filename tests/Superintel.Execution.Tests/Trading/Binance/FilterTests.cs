using Superintel.Kernel;
using Superintel.Venue.Binance.Messages;
using Superintel.Venue.Binance.Rules;

namespace Superintel.Execution.Tests.Trading.Binance;

public sealed class FilterTests
{
    // BTCUSDT of the recorded exchangeInfo, with the exchange's newer filters beside the old.
    private static readonly SymbolInfo Bitcoin = new("BTCUSDT", true, "BTC", "USDT", ["LIMIT", "MARKET", "STOP_LOSS_LIMIT"],
        new SymbolFilters(
            new StepRange(0.01m, 1_000_000m, 0.01m),
            new StepRange(0.00001m, 9_000m, 0.00001m),
            new StepRange(0m, 112.2m, 0m),
            new NotionalRange(10m, 9_000_000m, MinForMarket: true, MaxForMarket: false),
            new PercentPrice(5m, 0.2m, 5m, 0.2m),
            MaxOrders: 200,
            MaxAlgoOrders: 5,
            MaxPosition: 50m));

    private static readonly OrderContext Context = new(AveragePrice: 50_000m, OpenOrders: 0, OpenAlgoOrders: 0, Position: 0m);

    // Quantities and prices of ccxt's own static tests.
    [TestCase("0.0007856509959147719", "0.00001", "0.00078")]
    [TestCase("0.4234234234", "0.001", "0.423")]
    [TestCase("55.324242343", "0.01", "55.32")]
    public void Value_is_rounded_down_to_its_step(string value, string step, string rounded) =>
        Assert.That(new StepRange(0m, 0m, Number(step)).Down(Number(value)), Is.EqualTo(Number(rounded)));

    [TestCase(Side.Buy, "55000.004", "55000.00")]
    [TestCase(Side.Sell, "55000.004", "55000.01")]
    [TestCase(Side.Sell, "55000.01", "55000.01")]
    public void Limit_off_the_tick_moves_to_the_side_that_is_never_worse(Side side, string price, string moved) =>
        Assert.That(FilterCheck.OnTick(Limit(price: Number(price)) with { Side = side }, Bitcoin).Price, Is.EqualTo(Number(moved)));

    [TestCase("0.001", "50000", null)]
    [TestCase("0.001", "0", "price-filter")]
    [TestCase("0.001", "50000.001", "price-filter")]
    [TestCase("0.001", "1000000.01", "price-filter")]
    [TestCase("0", "50000", "lot-size")]
    [TestCase("0.000001", "50000", "lot-size")]
    [TestCase("0.0010001", "50000", "lot-size")]
    [TestCase("9001", "50000", "lot-size")]
    [TestCase("0.00019", "50000", "notional")]
    [TestCase("0.0002", "50000", null)]
    [TestCase("181", "50000", "notional")]
    [TestCase("0.01", "9999.99", "percent-price")]
    [TestCase("0.01", "10000", null)]
    [TestCase("0.01", "250000.01", "percent-price")]
    public void Limit_order_is_judged_by_the_exchanges_filters(string quantity, string price, string? code) =>
        Assert.That(FilterCheck.Judge(Limit(Number(quantity), Number(price)), Bitcoin, Context with { Position = null })?.Code,
            Is.EqualTo(code));

    [TestCase("0.00019", "notional")]
    [TestCase("0.0002", null)]
    [TestCase("112.3", "market-lot-size")]
    public void Market_order_is_judged_at_the_average_price(string quantity, string? code) =>
        Assert.That(FilterCheck.Judge(Market(Number(quantity)), Bitcoin, Context with { Position = null })?.Code, Is.EqualTo(code));

    [TestCase("50000", "0.0002")]
    [TestCase("49999", "0.00021")]
    [TestCase("20000000", "0.00001")]
    [TestCase("0.000001", "0.00001", Description = "not even the largest order would be worth enough: no price")]
    [TestCase("0", "0.00001")]
    [TestCase(null, "0.00001")]
    public void Least_quantity_is_a_lot_that_is_worth_enough_where_the_price_is_known(string? price, string least) => Assert.That(
        Bitcoin.Filters.LeastAt(price is null ? null : Number(price)), Is.EqualTo(Number(least)));

    [Test]
    public void Least_quantity_is_unknown_without_a_lot_and_a_lot_where_the_worth_does_not_count()
    {
        Assert.That((Bitcoin.Filters with { Lot = null }).LeastAt(50_000m), Is.Zero);
        Assert.That((Bitcoin.Filters with { Lot = new StepRange(0.001m, 9_000m, 0.00001m) }).LeastAt(50_000m), Is.EqualTo(0.001m));
        var limitsOnly = Bitcoin.Filters.Notional! with { MinForMarket = false };
        Assert.That((Bitcoin.Filters with { Notional = limitsOnly }).LeastAt(50_000m), Is.EqualTo(0.00001m));
    }

    [Test]
    public void What_is_below_the_least_quantity_is_exactly_what_the_exchange_would_refuse_to_sell(
        [Values(100, 777, 31_415, 50_000, 123_457)] int price)
    {
        var (lot, least) = (Bitcoin.Filters.Lot!, Bitcoin.Filters.LeastAt(price));
        for (var quantity = 0.000003m; quantity < least * 3m; quantity += least / 17m)
        {
            var refusal = FilterCheck.Judge(Market(lot.Down(quantity)), Bitcoin, Context with { AveragePrice = price, Position = null });
            Assert.That(refusal is not null, Is.EqualTo(quantity < least), $"{quantity} at {price}: {refusal}");
        }
    }

    [Test]
    public void Counts_and_holdings_are_bounded()
    {
        Assert.That(FilterCheck.Judge(Limit(), Bitcoin, Context with { OpenOrders = 200 })!.Code, Is.EqualTo("max-num-orders"));
        Assert.That(FilterCheck.Judge(Stop(), Bitcoin, Context with { OpenAlgoOrders = 5 })!.Code, Is.EqualTo("max-num-algo-orders"));
        Assert.That(FilterCheck.Judge(Limit(), Bitcoin, Context with { Position = 50m })!.Code, Is.EqualTo("max-position"));
        Assert.That(FilterCheck.Judge(Limit() with { Side = Side.Sell }, Bitcoin, Context with { Position = 50m }), Is.Null);
    }

    [Test]
    public void Order_the_symbol_does_not_take_is_refused()
    {
        Assert.That(FilterCheck.Judge(Limit(), Bitcoin with { Trading = false }, Context)!.Code, Is.EqualTo("symbol-not-trading"));
        Assert.That(FilterCheck.Judge(Limit() with { Type = SpotOrderType.LimitMaker }, Bitcoin, Context)!.Code, Is.EqualTo("order-type"));
        Assert.That(FilterCheck.Judge(Limit() with { Price = null }, Bitcoin, Context)!.Code, Is.EqualTo("price-missing"));
        Assert.That(FilterCheck.Judge(Stop() with { StopPrice = null }, Bitcoin, Context)!.Code, Is.EqualTo("stop-price-missing"));
        Assert.That(FilterCheck.Judge(Limit() with { Name = "a b" }, Bitcoin, Context)!.Code, Is.EqualTo("client-order-id"));
    }

    private static NewOrder Limit(decimal quantity = 0.01m, decimal price = 50_000m) =>
        new("BTCUSDT", "o-1", Side.Buy, SpotOrderType.Limit, quantity, price);

    private static NewOrder Market(decimal quantity) => new("BTCUSDT", "o-1", Side.Buy, SpotOrderType.Market, quantity);

    private static NewOrder Stop() => Limit() with { Type = SpotOrderType.StopLossLimit, StopPrice = 50_000m };

    private static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
