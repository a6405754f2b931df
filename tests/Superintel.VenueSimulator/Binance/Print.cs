using System.Text.Json.Nodes;

namespace Superintel.VenueSimulator.Binance;

/// <summary>A trade as everybody hears of it.</summary>
/// <param name="AtMs">Unix time, milliseconds.</param>
/// <param name="BuyerIsMaker">The seller took.</param>
internal sealed record Print(long Id, string Symbol, decimal Price, decimal Quantity, long AtMs, bool BuyerIsMaker)
{
    public JsonObject Row() => new()
    {
        ["id"] = Id, ["price"] = Views.Text(Price), ["qty"] = Views.Text(Quantity), ["quoteQty"] = Views.Text(Price * Quantity),
        ["time"] = AtMs, ["isBuyerMaker"] = BuyerIsMaker, ["isBestMatch"] = true,
    };

    /// <summary>As one that stands for itself alone.</summary>
    public JsonObject Together() => new()
    {
        ["a"] = Id, ["p"] = Views.Text(Price), ["q"] = Views.Text(Quantity), ["f"] = Id, ["l"] = Id, ["T"] = AtMs, ["m"] = BuyerIsMaker,
        ["M"] = true,
    };

    public JsonObject Event(string kind, long nowMs)
    {
        var told = new JsonObject { ["e"] = kind, ["E"] = nowMs, ["s"] = Symbol, [kind == "trade" ? "t" : "a"] = Id };
        foreach (var (name, value) in Together())
            if (name != "a" && (kind != "trade" || name is not ("f" or "l"))) told[name] = value?.DeepClone();
        return told;
    }
}
