using System.Globalization;
using System.Text.Json.Nodes;
using Superintel.Kernel;
using Superintel.VenueSimulator.Matching;

namespace Superintel.VenueSimulator.Binance;

/// <summary>Orders and trades in Binance's words.</summary>
internal static class Views
{
    public static string Text(decimal value) => value.ToString("0.00000000", CultureInfo.InvariantCulture);

    public static string Word(Side side) => side == Side.Buy ? "BUY" : "SELL";

    public static string Status(SimOrder order) => order.Status switch
    {
        SimOrderStatus.Working => "NEW",
        SimOrderStatus.PartiallyFilled => "PARTIALLY_FILLED",
        SimOrderStatus.Filled => "FILLED",
        SimOrderStatus.Canceled => "CANCELED",
        SimOrderStatus.Rejected => "REJECTED",
        SimOrderStatus.Pending => "PENDING_NEW",
        _ => "EXPIRED",
    };

    public static string Type(SimOrder order) => order.Ticket.Type switch
    {
        _ when order.Ticket.Word.Length > 0 => order.Ticket.Word,
        SimOrderType.Market => "MARKET",
        SimOrderType.Stop => "STOP_LOSS",
        SimOrderType.StopLimit => "STOP_LOSS_LIMIT",
        _ => "LIMIT",
    };

    /// <summary>What has no time in force is told as GTC, as the exchange does.</summary>
    public static string TimeInForce(SimOrder order) => order.Ticket switch
    {
        { Type: SimOrderType.Market or SimOrderType.Stop } => "GTC",
        { FillOrKill: true } => "FOK",
        { ImmediateOrCancel: true } => "IOC",
        _ => "GTC",
    };

    /// <summary>The day's figures as a stream tells them.</summary>
    public static JsonObject Ticker(JsonObject day, bool mini, long nowMs)
    {
        var told = new JsonObject { ["e"] = mini ? "24hrMiniTicker" : "24hrTicker", ["E"] = nowMs };
        var names = mini
            ? "s symbol,c lastPrice,o openPrice,h highPrice,l lowPrice,v volume,q quoteVolume"
            : "s symbol,p priceChange,P priceChangePercent,w weightedAvgPrice,x prevClosePrice,c lastPrice,Q lastQty,b bidPrice,B bidQty,"
                + "a askPrice,A askQty,o openPrice,h highPrice,l lowPrice,v volume,q quoteVolume,O openTime,C closeTime,F firstId,L lastId,"
                + "n count";
        foreach (var pair in names.Split(',').Select(pair => pair.Split(' '))) told[pair[0]] = day[pair[1]]?.DeepClone();
        return told;
    }

    /// <summary>As GET order tells it.</summary>
    public static JsonObject Order(SimOrder order)
    {
        var view = new JsonObject
        {
            ["symbol"] = order.Ticket.Symbol,
            ["orderId"] = order.Id,
            ["orderListId"] = order.Ticket.List,
            ["clientOrderId"] = order.Ticket.ClientId,
            ["price"] = Text(order.Ticket.LimitPrice ?? 0m),
            ["origQty"] = Text(order.Ticket.Quantity),
            ["executedQty"] = Text(order.Filled),
            ["origQuoteOrderQty"] = Text(order.Ticket.Cost),
            ["cummulativeQuoteQty"] = Text(order.FilledNotional),
            ["status"] = Status(order),
            ["timeInForce"] = TimeInForce(order),
            ["type"] = Type(order),
            ["side"] = Word(order.Ticket.Side),
            ["stopPrice"] = Text(order.Ticket.StopPrice ?? 0m),
            ["icebergQty"] = Text(order.Ticket.Shown),
            ["time"] = order.CreatedAt.ToUnixTimeMilliseconds(),
            ["updateTime"] = order.ChangedAt.ToUnixTimeMilliseconds(),
            ["isWorking"] = order.IsTriggered && order.Status != SimOrderStatus.Pending,
            ["workingTime"] = order.Status == SimOrderStatus.Pending ? -1 : order.CreatedAt.ToUnixTimeMilliseconds(),
            ["selfTradePreventionMode"] = "NONE",
        };
        if (order.Ticket.TrailingPoints > 0m)
        {
            view["trailingDelta"] = (long)order.Ticket.TrailingPoints;
            view["trailingTime"] = order.Trail is null ? -1 : order.CreatedAt.ToUnixTimeMilliseconds();
        }
        return view;
    }

    /// <param name="kind">ACK: that it was taken; RESULT: how it stands; FULL: with its trades.</param>
    public static JsonObject Placed(SimOrder order, IEnumerable<SimFill> fills, string kind)
    {
        if (kind == "ACK")
        {
            return new JsonObject
            {
                ["symbol"] = order.Ticket.Symbol, ["orderId"] = order.Id, ["orderListId"] = order.Ticket.List,
                ["clientOrderId"] = order.Ticket.ClientId, ["transactTime"] = order.ChangedAt.ToUnixTimeMilliseconds(),
            };
        }
        var view = Short(order);
        if (kind == "RESULT") return view;
        view["fills"] = new JsonArray([.. fills.Select(fill => (JsonNode)new JsonObject
        {
            ["price"] = Text(fill.Price),
            ["qty"] = Text(fill.Quantity),
            ["commission"] = Text(fill.Fee),
            ["commissionAsset"] = fill.FeeCurrency,
            ["tradeId"] = fill.Id,
        })]);
        return view;
    }

    /// <summary>As DELETE order tells it: the order's own name is the original one.</summary>
    public static JsonObject Canceled(SimOrder order)
    {
        var view = Short(order);
        view["origClientOrderId"] = order.Ticket.ClientId;
        view["clientOrderId"] = CancelName(order);
        return view;
    }

    private static string CancelName(SimOrder order) => order.CancelName.Length > 0 ? order.CancelName : $"web_{order.Id}";

    // What an answer leaves out where there is none of it.
    private static JsonObject Short(SimOrder order)
    {
        var view = Order(order);
        foreach (var only in new[] { "time", "updateTime", "isWorking" }) view.Remove(only);
        if (order.Ticket.Shown == 0m) view.Remove("icebergQty");
        if (order.Ticket.StopPrice is null) view.Remove("stopPrice");
        view["transactTime"] = order.ChangedAt.ToUnixTimeMilliseconds();
        return view;
    }

    /// <summary>The other side is the market: where the account takes it makes, and where the account buys it sells.</summary>
    public static bool BuyerIsMaker(SimFill fill) => (fill.Side == Side.Buy) == fill.IsMaker;

    public static JsonObject Trade(SimFill fill, long list) => new()
    {
        ["symbol"] = fill.Symbol,
        ["id"] = fill.Id,
        ["orderId"] = fill.OrderId,
        ["orderListId"] = list,
        ["price"] = Text(fill.Price),
        ["qty"] = Text(fill.Quantity),
        ["quoteQty"] = Text(fill.Price * fill.Quantity),
        ["commission"] = Text(fill.Fee),
        ["commissionAsset"] = fill.FeeCurrency,
        ["time"] = fill.At.ToUnixTimeMilliseconds(),
        ["isBuyer"] = fill.Side == Side.Buy,
        ["isMaker"] = fill.IsMaker,
        ["isBestMatch"] = true,
    };

    /// <summary>The user stream's word on an order.</summary>
    /// <param name="fill">Null: it is no trade.</param>
    /// <param name="original">Set when a cancel had a name of its own.</param>
    public static JsonObject Report(SimOrder order, string execution, SimFill? fill, string original = "") => new()
    {
        ["e"] = "executionReport",
        ["E"] = order.ChangedAt.ToUnixTimeMilliseconds(),
        ["s"] = order.Ticket.Symbol,
        ["c"] = original.Length > 0 ? CancelName(order) : order.Ticket.ClientId,
        ["S"] = Word(order.Ticket.Side),
        ["o"] = Type(order),
        ["f"] = TimeInForce(order),
        ["q"] = Text(order.Ticket.Quantity),
        ["p"] = Text(order.Ticket.LimitPrice ?? 0m),
        ["P"] = Text(order.Ticket.StopPrice ?? 0m),
        ["F"] = Text(order.Ticket.Shown),
        ["g"] = order.Ticket.List,
        ["C"] = original,
        ["x"] = execution,
        ["X"] = Status(order),
        ["r"] = "NONE",
        ["i"] = order.Id,
        ["l"] = Text(fill?.Quantity ?? 0m),
        ["z"] = Text(order.Filled),
        ["L"] = Text(fill?.Price ?? 0m),
        ["n"] = fill is null ? "0" : Text(fill.Fee),
        ["N"] = fill?.FeeCurrency,
        ["T"] = (fill?.At ?? order.ChangedAt).ToUnixTimeMilliseconds(),
        ["t"] = fill?.Id ?? -1,
        ["I"] = order.Id,
        ["w"] = order.IsTriggered && order.IsWorking,
        ["m"] = fill?.IsMaker ?? false,
        ["M"] = false,
        ["O"] = order.CreatedAt.ToUnixTimeMilliseconds(),
        ["Z"] = Text(order.FilledNotional),
        ["Y"] = Text((fill?.Price ?? 0m) * (fill?.Quantity ?? 0m)),
        ["Q"] = Text(order.Ticket.Cost),
        ["W"] = order.CreatedAt.ToUnixTimeMilliseconds(),
        ["V"] = "NONE",
    };
}
