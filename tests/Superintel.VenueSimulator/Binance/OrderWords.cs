using System.Text.RegularExpressions;

namespace Superintel.VenueSimulator.Binance;

/// <summary>Whether an order's parameters are spelled as Binance has them, and go together: rest-api.md, "New order".</summary>
internal static partial class OrderWords
{
    private const int MostDecimals = 8;
    private static readonly string[] Numbers = ["quantity", "quoteOrderQty", "price", "stopPrice", "icebergQty"];
    private static readonly string[] Names = ["newClientOrderId", "listClientOrderId"];
    private static readonly string[] Choices =
        ["timeInForce", "quantity", "quoteOrderQty", "price", "stopPrice", "trailingDelta", "icebergQty"];

    // Of two with a bar between them one is needed.
    private static readonly SortedDictionary<string, string> Needs = new(StringComparer.Ordinal)
    {
        ["LIMIT"] = "timeInForce quantity price", ["LIMIT_MAKER"] = "quantity price", ["MARKET"] = "quantity|quoteOrderQty",
        ["STOP_LOSS"] = "quantity stopPrice|trailingDelta", ["STOP_LOSS_LIMIT"] = "timeInForce quantity price stopPrice|trailingDelta",
        ["TAKE_PROFIT"] = "quantity stopPrice|trailingDelta", ["TAKE_PROFIT_LIMIT"] = "timeInForce quantity price stopPrice|trailingDelta",
    };

    /// <summary>The order types that the exchange's rules tell.</summary>
    public static IReadOnlyList<string> Types { get; } = [.. Needs.Keys];

    /// <returns>Null: it can be read.</returns>
    public static Reply? Objection(Request request) => Sides(request) ?? Spelling(request) ?? Combination(request);

    private static Reply? Sides(Request request)
    {
        if (!request.Has("side")) return Reply.Lacks(request.Named("side"));
        if (request["side"] is not ("BUY" or "SELL")) return Reply.Error(-1117, "Invalid side.");
        if (!request.Has("type")) return Reply.Lacks(request.Named("type"));
        if (!Needs.ContainsKey(request["type"])) return Reply.Error(-1116, "Invalid orderType.");
        if (request.Has("timeInForce") && request["timeInForce"] is not ("GTC" or "IOC" or "FOK"))
            return Reply.Error(-1115, "Invalid timeInForce.");
        return request.Has("newOrderRespType") && request["newOrderRespType"] is not ("ACK" or "RESULT" or "FULL")
            ? Reply.Error(-1130, "Data sent for parameter 'newOrderRespType' is not valid.")
            : null;
    }

    private static Reply? Spelling(Request request)
    {
        foreach (var name in Names)
        {
            if (request.Has(name) && !Name().IsMatch(request[name])) return Illegal(request.Named(name), "^[a-zA-Z0-9-_]{1,36}$");
        }
        foreach (var name in Numbers)
        {
            if (!request.Parameters.TryGetValue(name, out var text)) continue;
            if (text.Length == 0) return Reply.Error(-1105, $"Parameter '{request.Named(name)}' was empty.");
            if (!Number().IsMatch(text)) return Illegal(request.Named(name), @"^([0-9]{1,20})(\.[0-9]{1,20})?$");
            var point = text.IndexOf('.', StringComparison.Ordinal);
            if (point >= 0 && text.Length - 1 - point > MostDecimals)
                return Reply.Error(-1111, $"Parameter '{request.Named(name)}' has too much precision.");
            if (request.Decimal(name) == 0m && name != "icebergQty") return Reply.Error(-1013, $"Invalid {name}.");
        }
        return request.Has("trailingDelta") && request.Long("trailingDelta") is not > 0
            ? Illegal(request.Named("trailingDelta"), "^[0-9]{1,20}$")
            : null;
    }

    private static Reply? Combination(Request request)
    {
        var needs = Needs[request["type"]].Split(' ');
        foreach (var need in needs.Select(need => need.Split('|')))
        {
            if (need.Any(request.Has)) continue;
            return need is [var only] ? Reply.Lacks(request.Named(only)) : Reply.LacksBoth(request.Named(need[0]), request.Named(need[1]));
        }
        var allowed = needs.SelectMany(need => need.Split('|')).ToHashSet(StringComparer.Ordinal);
        if (request["type"].Contains("LIMIT", StringComparison.Ordinal)) allowed.Add("icebergQty");
        if (request.Has("quantity") && request["type"] == "MARKET") allowed.Remove("quoteOrderQty");
        return Choices.FirstOrDefault(name => request.Has(name) && !allowed.Contains(name)) is { } needless
            ? Reply.Error(-1106, $"Parameter '{request.Named(needless)}' sent when not required.")
            : null;
    }

    private static Reply Illegal(string name, string range) =>
        Reply.Error(-1100, $"Illegal characters found in parameter '{name}'; legal range is '{range}'.");

    [GeneratedRegex("^[a-zA-Z0-9-_]{1,36}$")]
    private static partial Regex Name();

    [GeneratedRegex(@"^[0-9]{1,20}(\.[0-9]{1,20})?$")]
    private static partial Regex Number();
}
