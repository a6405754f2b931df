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

    /// <summary>What a trade costs, of the account or of one symbol.</summary>
    public static JsonObject Rates(SimExchange exchange, string? symbol)
    {
        JsonObject Of(decimal rate) => new()
        {
            ["maker"] = Views.Text(rate), ["taker"] = Views.Text(rate), ["buyer"] = Views.Text(0m), ["seller"] = Views.Text(0m),
        };
        var told = new JsonObject();
        if (symbol is not null) told["symbol"] = symbol;
        (told["standardCommission"], told["specialCommission"], told["taxCommission"]) = (Of(exchange.FeeRate), Of(0m), Of(0m));
        if (symbol is null) (told["standardCommissionForOrder"], told["taxCommissionForOrder"]) = (Of(exchange.FeeRate), Of(0m));
        told["discount"] = new JsonObject
        {
            ["enabledForAccount"] = false, ["enabledForSymbol"] = false, ["discountAsset"] = "BNB", ["discount"] = "0.75000000",
        };
        return told;
    }

    /// <returns>Null: no such path.</returns>
    public Reply? Answer(string method, string path, Request request) => (method, path) switch
    {
        ("GET", "/sapi/v1/capital/config/getall") => Reply.Ok(Coins()),
        ("GET", "/sapi/v1/asset/tradeFee") => Fees(request),
        ("POST", "/sapi/v3/asset/getUserAsset") => Reply.Ok(Assets(request)),
        ("GET", "/sapi/v1/account/status") => Reply.Ok(new JsonObject { ["data"] = "Normal" }),
        ("GET", "/sapi/v1/account/apiTradingStatus") => Reply.Ok(new JsonObject
        {
            ["data"] = new JsonObject { ["isLocked"] = false, ["plannedRecoverTime"] = 0, ["updateTime"] = 0 },
        }),
        ("GET", "/sapi/v1/account/apiRestrictions") => Reply.Ok(new JsonObject
        {
            ["ipRestrict"] = false, ["enableReading"] = true, ["enableSpotAndMarginTrading"] = true, ["enableWithdrawals"] = false,
            ["enableInternalTransfer"] = false, ["enableMargin"] = false, ["enableFutures"] = false, ["enableVanillaOptions"] = false,
            ["permitsUniversalTransfer"] = false, ["createTime"] = 0,
        }),
        // Nothing was ever paid in or out, lent or moved here.
        ("GET", "/sapi/v1/capital/deposit/hisrec" or "/sapi/v1/capital/withdraw/history" or "/sapi/v1/margin/allPairs"
            or "/sapi/v1/margin/isolated/allPairs" or "/sapi/v1/margin/allAssets") => Reply.Ok(new JsonArray()),
        ("GET", "/sapi/v1/asset/transfer") => Reply.Ok(new JsonObject { ["total"] = 0, ["rows"] = new JsonArray() }),
        ("GET", "/sapi/v1/asset/dribblet") => Reply.Ok(new JsonObject { ["total"] = 0, ["userAssetDribblets"] = new JsonArray() }),
        _ => null,
    };

    private JsonArray Assets(Request request) => exchange.Read(e => new JsonArray([.. e.Account.Balances
        .Where(held => held.Value != 0m && (!request.Has("asset") || held.Key == request["asset"]))
        .Select(held =>
        {
            var locked = Balances.Locked(e, held.Key);
            var row = new JsonObject
            {
                ["asset"] = held.Key, ["free"] = Views.Text(held.Value - locked), ["locked"] = Views.Text(locked),
            };
            foreach (var name in new[] { "freeze", "withdrawing", "ipoable", "btcValuation" }) row[name] = "0";
            return (JsonNode)row;
        })]));

    private JsonArray Coins() => exchange.Read(e =>
    {
        var coins = new SortedSet<string>(e.Instruments.SelectMany(i => new[] { i.Base, i.Quote }), StringComparer.Ordinal);
        coins.UnionWith(e.Account.Balances.Select(held => held.Key));
        return new JsonArray([.. coins.Select(coin => (JsonNode)Coin(e, coin))]);
    });

    // Of one symbol or of all.
    private Reply Fees(Request request)
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
