using System.Text.Json.Nodes;
using Superintel.Kernel;
using Superintel.VenueSimulator.Matching;

namespace Superintel.VenueSimulator.Binance;

/// <summary>The account's holdings; call inside <see cref="SimExchange.Read"/>.</summary>
internal static class Balances
{
    /// <summary>Bound by working orders: what a buyer pays, what a seller gives. Of the orders of a list only one can trade.</summary>
    public static decimal Locked(SimExchange exchange, string asset)
    {
        var (locked, lists) = (0m, new SortedDictionary<long, decimal>());
        foreach (var order in exchange.OpenOrders.Where(o => o.IsWorking))
        {
            var bound = Bound(order, exchange.Find(order.Ticket.Symbol)!, asset);
            if (order.Ticket.List < 0) locked += bound;
            else lists[order.Ticket.List] = Math.Max(bound, lists.GetValueOrDefault(order.Ticket.List));
        }
        return locked + lists.Values.Sum();
    }

    private static decimal Bound(SimOrder order, SimInstrument instrument, string asset)
    {
        if (order.Ticket.Side == Side.Sell) return instrument.Base == asset ? order.Leaves : 0m;
        return instrument.Quote == asset ? order.Leaves * (order.Ticket.LimitPrice ?? order.Ticket.StopPrice ?? 0m) : 0m;
    }

    /// <param name="phantom">An asset that nobody bought; null for none.</param>
    /// <param name="omitZero">Leaves out what the account has nothing of.</param>
    public static JsonObject Account(SimExchange exchange, long nowMs, string? phantom, bool omitZero) => new()
    {
        ["makerCommission"] = 10, ["takerCommission"] = 10, ["buyerCommission"] = 0, ["sellerCommission"] = 0,
        ["commissionRates"] = new JsonObject
        {
            ["maker"] = Views.Text(exchange.FeeRate), ["taker"] = Views.Text(exchange.FeeRate), ["buyer"] = Views.Text(0m),
            ["seller"] = Views.Text(0m),
        },
        ["canTrade"] = true, ["canWithdraw"] = false, ["canDeposit"] = false, ["brokered"] = false,
        ["requireSelfTradePrevention"] = false, ["preventSor"] = false, ["updateTime"] = nowMs, ["accountType"] = "SPOT",
        ["balances"] = Rows(exchange, phantom, "asset", "free", "locked", omitZero),
        ["permissions"] = new JsonArray("SPOT"), ["uid"] = 354_937_868,
    };

    /// <summary>The user stream's outboundAccountPosition.</summary>
    public static JsonObject Position(SimExchange exchange, long nowMs) => new()
    {
        ["e"] = "outboundAccountPosition", ["E"] = nowMs, ["u"] = nowMs, ["B"] = Rows(exchange, null, "a", "f", "l"),
    };

    private static JsonArray Rows(SimExchange exchange, string? phantom, string asset, string free, string locked, bool omitZero = false)
    {
        var rows = new JsonArray();
        foreach (var (name, total) in exchange.Account.Balances)
        {
            if (omitZero && total == 0m) continue;
            var bound = Locked(exchange, name);
            rows.Add((JsonNode)new JsonObject { [asset] = name, [free] = Views.Text(total - bound), [locked] = Views.Text(bound) });
        }
        if (phantom is not null) rows.Add((JsonNode)new JsonObject { [asset] = phantom, [free] = Views.Text(7m),
            [locked] = Views.Text(0m) });
        return rows;
    }
}
