using Superintel.VenueSimulator.Matching;

namespace Superintel.VenueSimulator.Binance;

/// <summary>A list's request as the requests of its orders.</summary>
/// <param name="Working">Null: the others wait for none.</param>
internal sealed record OrderLegs(Request? Working, IReadOnlyList<Request> Legs)
{
    private static readonly string[] Names =
        ["type", "side", "quantity", "price", "stopPrice", "timeInForce", "trailingDelta", "icebergQty", "clientOrderId"];

    private static readonly string[] ForOco = ["LIMIT_MAKER", "STOP_LOSS", "STOP_LOSS_LIMIT", "TAKE_PROFIT", "TAKE_PROFIT_LIMIT"];

    /// <param name="kind">As the path ends: oco, oto, otoco; or the older one, order/oco.</param>
    public static OrderLegs Of(string kind, Request asked) => kind switch
    {
        "oto" => new(Leg(asked, "working"), [Leg(asked, "pending")]),
        "otoco" => new(Leg(asked, "working"), Pair(asked, "pending", "pendingAbove", "pendingBelow")),
        "oco" => new(null, Pair(asked, "", "above", "below")),
        _ => new(null, Older(asked)),
    };

    /// <param name="last">The market's price; null: the pair does not work yet, and may stand anywhere.</param>
    /// <returns>Null: the two make a pair.</returns>
    public static Reply? Objection(IReadOnlyList<Request> pair, decimal? last)
    {
        var (below, above) = (pair[0], pair[1]);
        var (kinds, buying) = (new[] { above["type"], below["type"] }, above["side"] == "BUY");
        if (kinds.Any(kind => !ForOco.Contains(kind, StringComparer.Ordinal)))
            return Reply.Error(-1158, "Order type not supported in OCO.");
        if (kinds.All(kind => kind == "LIMIT_MAKER")) return Reply.Error(-1168, "At least one OCO order must be contingent.");
        if (buying && kinds[0] == "LIMIT_MAKER") return Reply.Error(-1165, "A limit order in a buy OCO must be below.");
        if (!buying && kinds[1] == "LIMIT_MAKER") return Reply.Error(-1166, "A limit order in a sell OCO must be above.");
        return last is { } price && (At(above, price) <= price || At(below, price) >= price)
            ? Reply.Error(-2010, "The relationship of the prices for the orders is not correct.")
            : null;
    }

    // Where the order begins to trade; one that only trails stands on its own side by itself.
    private static decimal At(Request leg, decimal last) => leg["type"] == "LIMIT_MAKER"
        ? leg.Decimal("price") ?? 0m
        : leg.Decimal("stopPrice") ?? (leg.Prefix.EndsWith("bove", StringComparison.Ordinal) ? last + 1m : last - 1m);

    private static Request[] Pair(Request asked, string common, string above, string below)
    {
        var whole = Leg(asked, common);
        return [With(Leg(asked, below), whole), With(Leg(asked, above), whole)];
    }

    // A limit order that makes, and a stop with a limit of its own or without.
    private static Request[] Older(Request asked)
    {
        var whole = Leg(asked, "");
        var maker = Fields(("type", "LIMIT_MAKER"), ("price", asked["price"]), ("newClientOrderId", asked["limitClientOrderId"]),
            ("icebergQty", asked["limitIcebergQty"]));
        var stop = Fields(("type", asked.Has("stopLimitPrice") ? "STOP_LOSS_LIMIT" : "STOP_LOSS"), ("price", asked["stopLimitPrice"]),
            ("stopPrice", asked["stopPrice"]), ("timeInForce", asked["stopLimitTimeInForce"]), ("trailingDelta", asked["trailingDelta"]),
            ("newClientOrderId", asked["stopClientOrderId"]), ("icebergQty", asked["stopIcebergQty"]));
        var selling = asked["side"] == "SELL";
        var (made, stopped) = (With(asked with { Parameters = maker }, whole), With(asked with { Parameters = stop }, whole));
        return selling ? [stopped, made] : [made, stopped];
    }

    private static SortedDictionary<string, string> Fields(params (string Name, string Value)[] given)
    {
        var fields = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in given)
            if (value.Length > 0) fields[name] = value;
        return fields;
    }

    private static Request Leg(Request asked, string prefix)
    {
        var fields = new SortedDictionary<string, string>(StringComparer.Ordinal) { ["symbol"] = asked["symbol"] };
        var naming = asked with { Prefix = prefix };
        foreach (var name in Names)
        {
            if (!asked.Parameters.TryGetValue(naming.Named(name), out var value)) continue;
            fields[name == "clientOrderId" ? "newClientOrderId" : name] = value;
        }
        return asked with { Parameters = fields, Prefix = prefix };
    }

    // Side and quantity are the pair's.
    private static Request With(Request leg, Request whole)
    {
        var fields = new SortedDictionary<string, string>(StringComparer.Ordinal) { ["symbol"] = whole["symbol"] };
        foreach (var (name, value) in leg.Parameters) fields[name] = value;
        foreach (var name in new[] { "side", "quantity" })
            if (whole.Has(name)) fields[name] = whole[name];
        return leg with { Parameters = fields };
    }
}
