using System.Text.Json.Nodes;
using Superintel.Kernel;
using Superintel.VenueSimulator.Matching;

namespace Superintel.VenueSimulator.Binance;

/// <summary>The account's holdings; call inside <see cref="SimExchange.Read"/>.</summary>
internal static class Balances
{
    /// <summary>Bound by working orders: what a buyer pays, what a seller gives.</summary>
    public static decimal Locked(SimExchange exchange, string asset)
    {
        var locked = 0m;
        foreach (var order in exchange.Orders.Where(o => o.IsWorking))
        {
            var instrument = exchange.Find(order.Ticket.Symbol)!;
            if (order.Ticket.Side == Side.Sell && instrument.Base == asset) locked += order.Leaves;
            if (order.Ticket.Side == Side.Buy && instrument.Quote == asset) locked += order.Leaves * (order.Ticket.LimitPrice ?? 0m);
        }
        return locked;
    }

    /// <param name="phantom">An asset that nobody bought; null for none.</param>
    public static JsonObject Account(SimExchange exchange, long nowMs, string? phantom) => new()
    {
        ["makerCommission"] = 10, ["takerCommission"] = 10, ["canTrade"] = true, ["canWithdraw"] = false, ["canDeposit"] = false,
        ["updateTime"] = nowMs, ["accountType"] = "SPOT",
        ["balances"] = Rows(exchange, phantom, "asset", "free", "locked"),
        ["permissions"] = new JsonArray("SPOT"),
    };

    /// <summary>The user stream's outboundAccountPosition.</summary>
    public static JsonObject Position(SimExchange exchange, long nowMs) => new()
    {
        ["e"] = "outboundAccountPosition", ["E"] = nowMs, ["u"] = nowMs, ["B"] = Rows(exchange, null, "a", "f", "l"),
    };

    private static JsonArray Rows(SimExchange exchange, string? phantom, string asset, string free, string locked)
    {
        var rows = new JsonArray();
        foreach (var (name, total) in exchange.Account.Balances)
        {
            var bound = Locked(exchange, name);
            rows.Add((JsonNode)new JsonObject { [asset] = name, [free] = Views.Text(total - bound), [locked] = Views.Text(bound) });
        }
        if (phantom is not null) rows.Add((JsonNode)new JsonObject { [asset] = phantom, [free] = Views.Text(7m),
            [locked] = Views.Text(0m) });
        return rows;
    }
}
