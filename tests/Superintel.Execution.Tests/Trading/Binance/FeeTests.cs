using Superintel.Contracts.Events.V1;
using Superintel.Execution.Execution.Orders;
using Superintel.Execution.Execution.Pairs;
using Superintel.Execution.Reconciliation;
using Superintel.Execution.Tests.Fakes;
using Superintel.Kernel;
using Superintel.VenueSimulator.Matching;

namespace Superintel.Execution.Tests.Trading.Binance;

/// <summary>Fees that are not taken in the quote asset: from what was bought, and in an asset that is held for them.</summary>
public sealed class FeeTests
{
    private const string Btc = "BTCUSDT.BINANCE";
    private const string Eth = "ETHUSDT.BINANCE";

    [Test]
    public async Task Fee_in_the_asset_that_was_bought_leaves_no_difference_and_tells_what_arrived()
    {
        await using var exchange = await Exchange(SimFees.Received);
        var desk = await DeskAt(exchange);
        var (bought, _) = await Traded(desk, Cleared(desk, 0.5m, 0.3333m));

        var filled = desk.Events.Of<OrderFilled>().Where(fill => fill.ClientOrderId == bought.Intent.ClientOrderId.Value).ToArray();
        Assert.That(bought.State, Is.EqualTo(OrderState.Filled));
        Assert.That(filled.Select(fill => fill.CommissionCurrency), Is.All.EqualTo("BTC"));
        Assert.That(filled.Sum(fill => fill.FeeQuantity), Is.EqualTo(0.0005m));
        Assert.That(filled.Sum(fill => fill.Quantity - fill.WithheldQuantity), Is.EqualTo(0.4995m));
        Assert.That(bought.DeliveredQuantity, Is.EqualTo(0.4995m));
        Assert.That(await desk.ComparePositions(), Is.Empty);
        Assert.That((await desk.Ledger.Positions(default)).Select(held => held.Quantity), Is.EqualTo(new[] { 0.4995m, 0.3329667m }));
    }

    [Test]
    public async Task Execution_tells_whole_lots_only_and_never_more_than_arrived()
    {
        await using var exchange = await Exchange(SimFees.Received);
        var desk = await DeskAt(exchange);
        var (_, bought) = await Traded(desk, Cleared(desk, 0.001m, 90m));

        var filled = desk.Events.Of<OrderFilled>().Where(fill => fill.ClientOrderId == bought.Intent.ClientOrderId.Value).ToArray();
        Assert.That(filled, Has.Length.GreaterThan(1));
        Assert.That(filled.Select(fill => fill.WithheldQuantity % 0.0001m), Is.All.Zero);
        Assert.That(filled.Sum(fill => fill.Quantity - fill.WithheldQuantity), Is.EqualTo(bought.DeliveredQuantity));
        Assert.That(bought.DeliveredQuantity, Is.InRange(90m - (90m * 0.001m) - 0.0001m, 90m - (90m * 0.001m)));
    }

    [Test]
    public async Task Unwinding_sells_what_arrived_and_the_exchange_takes_it()
    {
        await using var exchange = await Exchange(SimFees.Received);
        var desk = await DeskAt(exchange);
        // The second leg sells what the account does not hold: it is refused, and the first is traded back.
        var cleared = Cleared(desk, 0.12345m, 0.5m, sellsB: true);
        await Traded(desk, cleared);
        await desk.Compare(ReconcileOrders.Open);

        var unwound = (await desk.Orders.Of(new ClearanceId(cleared.ClearanceId), default)).Single(order => order.Intent.Attempt == 1);
        Assert.That(unwound.Intent.Quantity.Value, Is.EqualTo(0.12332m));
        Assert.That(unwound.State, Is.EqualTo(OrderState.Filled));
        Assert.That((await desk.Pair(cleared)).Outcome, Is.EqualTo(PairOutcome.Unwound));
        Assert.That(await desk.ComparePositions(), Is.Empty);
    }

    [Test]
    public async Task Fee_in_a_third_asset_blocks_nothing()
    {
        await using var exchange = await Exchange(SimFees.Third);
        var desk = await DeskAt(exchange);
        var (bought, _) = await Traded(desk, Cleared(desk, 0.5m, 1m));

        Assert.That(bought.Progress.Commissions.All.Select(paid => paid.Currency.Code), Is.EqualTo(new[] { "BNB" }));
        Assert.That(bought.DeliveredQuantity, Is.EqualTo(0.5m));
        Assert.That(await desk.ComparePositions(), Is.Empty);
    }

    [Test]
    public async Task Balance_below_the_exchange_s_lot_is_dust_and_a_lot_of_it_blocks()
    {
        await using var exchange = await Exchange(SimFees.Received);
        var desk = await DeskAt(exchange);
        exchange.Server.Exchange.Account.Deposit("BTC", 0.000009m);
        var report = await desk.Compare(ReconcileOrders.Open);
        Assert.That((report.Mismatches.Length, report.Dust.Single().Difference), Is.EqualTo((0, 0.000009m)));
        var (bought, _) = await Traded(desk, Cleared(desk, 0.5m, 0.3333m));
        Assert.That(bought.State, Is.EqualTo(OrderState.Filled), "dust from before keeps nobody from trading");

        exchange.Server.Exchange.Account.Deposit("BTC", 0.000191m);
        Assert.That((await desk.ComparePositions()).Single().Difference, Is.EqualTo(0.0002m), "worth ten, twice what an order has to be");
    }

    [Test]
    public async Task Balance_that_is_worth_less_than_an_order_has_to_be_is_dust_while_its_price_is_known()
    {
        await using var exchange = await Exchange(SimFees.Received);
        var desk = await DeskAt(exchange);
        exchange.Server.Exchange.Account.Deposit("BTC", 0.00009m);
        exchange.Server.KnowsAverages = false;
        Assert.That((await desk.Compare(ReconcileOrders.Open)).Mismatches.Single().Difference, Is.EqualTo(0.00009m), "nine lots");

        exchange.Server.KnowsAverages = true;
        var report = await desk.Compare(ReconcileOrders.Open);
        Assert.That((report.Mismatches.Length, report.Dust.Single().Difference), Is.EqualTo((0, 0.00009m)), "worth four and a half");
        var (bought, _) = await Traded(desk, Cleared(desk, 0.5m, 0.3333m));
        Assert.That(bought.State, Is.EqualTo(OrderState.Filled));
    }

    private static async Task<SimulatedBinance> Exchange(SimFees fees)
    {
        var exchange = await SimulatedBinance.Start(fees: fees);
        var account = exchange.Server.Exchange.Account;
        foreach (var asset in new[] { "BTC", "ETH" }) account.Deposit(asset, -account.Balances[asset]);
        account.Deposit("USDT", 5_000_000m);
        return exchange;
    }

    private static async Task<Desk> DeskAt(SimulatedBinance exchange)
    {
        var desk = new Desk(exchange.Venue.Broker, new ExecutionOptions
        {
            Routes = new SortedDictionary<string, string> { ["crypto"] = "binance" },
            Accounts = new SortedDictionary<string, string> { ["binance"] = exchange.Options.Account },
        });
        desk.Clock.Set(TimeProvider.System.GetUtcNow());
        await desk.List(new InstrumentListed(Btc, "BTC", "crypto", "USDT", 0.00001m, 0.01m, true, "", desk.Clock.GetUtcNow()));
        await desk.List(new InstrumentListed(Eth, "ETH", "crypto", "USDT", 0.0001m, 0.01m, true, "", desk.Clock.GetUtcNow()));
        return desk;
    }

    private static async Task<(Order A, Order B)> Traded(Desk desk, OrderCleared cleared)
    {
        await desk.Work(cleared);
        await desk.Compare(ReconcileOrders.Open);
        await desk.Dispatch.Handle(default);
        return await desk.Legs(cleared);
    }

    private static OrderCleared Cleared(Desk desk, decimal btc, decimal eth, bool sellsB = false)
    {
        var (pair, now) = (PairId.Parse($"{Btc}~{Eth}"), desk.Clock.GetUtcNow());
        var decision = DecisionId.For(pair, BarInterval.Day, now, "open");
        return new OrderCleared(
            ClearanceId.For(decision).Value, decision.Value, pair.ToString(), "open",
            [
                new OrderLeg(0, Btc, "buy", btc, 50_000m, "USDT"),
                new OrderLeg(1, Eth, sellsB ? "sell" : "buy", eth, 2_500m, "USDT"),
            ],
            "unwind", now, now.AddMinutes(5), []);
    }
}
