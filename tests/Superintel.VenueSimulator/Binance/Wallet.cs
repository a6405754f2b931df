using System.Text.Json.Nodes;
using Superintel.VenueSimulator.Matching;

namespace Superintel.VenueSimulator.Binance;

/// <summary>
/// What clients with keys ask of the wallet, shaped as Binance's documentation has it: every coin with its networks, and what a trade
/// costs. Nothing can be paid in or out here, and the coins say so.
/// </summary>
internal sealed class Wallet(SimExchange exchange)
{
    private static readonly SortedDictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        ["BNB"] = "BNB", ["BTC"] = "Bitcoin", ["ETH"] = "Ethereum", ["USDT"] = "TetherUS",
    };

    public JsonArray Coins() => exchange.Read(e =>
    {
        var coins = new SortedSet<string>(e.Instruments.SelectMany(i => new[] { i.Base, i.Quote }), StringComparer.Ordinal);
        coins.UnionWith(e.Account.Balances.Select(held => held.Key));
        return new JsonArray([.. coins.Select(coin => (JsonNode)Coin(e, coin))]);
    });

    /// <summary>Of one symbol or of all.</summary>
    public Reply Fees(Request request)
    {
        var asked = request["symbol"];
        if (asked.Length > 0 && exchange.Find(asked) is null) return Reply.Error(-1121, "Invalid symbol.");
        var rate = Views.Text(exchange.FeeRate);
        return Reply.Ok(new JsonArray([.. exchange.Instruments.Where(i => asked.Length == 0 || i.Symbol == asked).Select(i => (JsonNode)
            new JsonObject { ["symbol"] = i.Symbol, ["makerCommission"] = rate, ["takerCommission"] = rate })]));
    }

    private static JsonObject Coin(SimExchange exchange, string coin)
    {
        var locked = Balances.Locked(exchange, coin);
        var row = new JsonObject
        {
            ["coin"] = coin, ["depositAllEnable"] = false, ["withdrawAllEnable"] = false, ["name"] = Names.GetValueOrDefault(coin, coin),
            ["free"] = Views.Text(exchange.Account.Balances.GetValueOrDefault(coin) - locked), ["locked"] = Views.Text(locked),
            ["isLegalMoney"] = false, ["trading"] = true, ["networkList"] = new JsonArray(Network(coin)),
        };
        foreach (var name in new[] { "freeze", "withdrawing", "ipoing", "ipoable", "storage" }) row[name] = "0";
        return row;
    }

    private static JsonObject Network(string coin)
    {
        var network = new JsonObject
        {
            ["network"] = coin, ["coin"] = coin, ["name"] = Names.GetValueOrDefault(coin, coin), ["isDefault"] = true,
            ["depositEnable"] = false, ["depositDesc"] = "Wallet Maintenance, Deposit Suspended",
            ["withdrawEnable"] = false, ["withdrawDesc"] = "Wallet Maintenance, Withdrawal Suspended",
            ["withdrawIntegerMultiple"] = "0.00000001", ["withdrawFee"] = "0.0001", ["withdrawMin"] = "0.001",
            ["withdrawMax"] = "9999999999", ["withdrawInternalMin"] = "0.00000001", ["depositDust"] = "0.00000001", ["minConfirm"] = 1,
            ["unLockConfirm"] = 0, ["sameAddress"] = false, ["withdrawTag"] = false, ["estimatedArrivalTime"] = 5,
            ["resetAddressStatus"] = false, ["busy"] = false,
        };
        foreach (var name in new[] { "specialTips", "specialWithdrawTips", "addressRegex", "memoRegex", "contractAddressUrl",
            "contractAddress" }) network[name] = string.Empty;
        return network;
    }
}
