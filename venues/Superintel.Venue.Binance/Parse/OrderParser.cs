using Superintel.Kernel;
using Superintel.Venue.Binance.Messages;
using Superintel.Venue.Binance.Wire;

namespace Superintel.Venue.Binance.Parse;

/// <summary>Orders in REST bodies and WebSocket API results.</summary>
public static class OrderParser
{
    private const int MostFills = 1_000;

    public static Parsed<SpotOrder> Order(ReadOnlySpan<byte> json) => Rows.One(json, Read);

    public static Parsed<IReadOnlyList<SpotOrder>> Orders(ReadOnlySpan<byte> json) => Rows.Whole(json, Read);

    private static SpotOrder? Read(ref WireReader reader)
    {
        if (!reader.EnterObject()) return null;
        var (symbol, name, original, type, timeInForce) = (string.Empty, string.Empty, string.Empty, string.Empty, string.Empty);
        var (id, status, side) = (-1L, OrderStatus.Unrecognised, default(Side));
        decimal price = 0m, stop = 0m, quantity = 0m, executed = 0m, quote = 0m;
        DateTimeOffset at = default;
        List<OrderFill> fills = [];
        while (reader.NextField())
        {
            if (reader.Is("symbol"u8)) symbol = reader.Text();
            else if (reader.Is("orderId"u8)) id = reader.Long();
            else if (reader.Is("clientOrderId"u8)) name = reader.Text();
            else if (reader.Is("origClientOrderId"u8)) original = reader.Text();
            else if (reader.Is("status"u8)) status = Words.Status(ref reader);
            else if (reader.Is("side"u8)) side = Words.Side(ref reader);
            else if (reader.Is("type"u8)) type = reader.Text();
            else if (reader.Is("timeInForce"u8)) timeInForce = reader.Text();
            else if (reader.Is("price"u8)) price = reader.Decimal();
            else if (reader.Is("stopPrice"u8)) stop = reader.Decimal();
            else if (reader.Is("origQty"u8)) quantity = reader.Decimal();
            else if (reader.Is("executedQty"u8)) executed = reader.Decimal();
            else if (reader.Is("cummulativeQuoteQty"u8)) quote = reader.Decimal();
            else if (reader.Is("time"u8) || reader.Is("transactTime"u8) || reader.Is("updateTime"u8)) at = Later(at, ref reader);
            else if (reader.Is("fills"u8)) fills = Rows.Read(ref reader, Fill, MostFills);
            else reader.Skip();
        }
        if (reader.Error is not null) return null;
        return symbol.Length == 0 || id < 0 || quantity < 0m || executed < 0m ? null : new SpotOrder(
            symbol, id, original.Length > 0 ? original : name, status, side, type, timeInForce, price, stop, quantity, executed, quote,
                at, fills);
    }

    private static DateTimeOffset Later(DateTimeOffset at, ref WireReader reader) =>
        Words.Time(ref reader) is var told && told > at ? told : at;

    private static OrderFill? Fill(ref WireReader reader)
    {
        if (!reader.EnterObject()) return null;
        var (trade, asset) = (-1L, string.Empty);
        decimal price = 0m, quantity = 0m, commission = 0m;
        while (reader.NextField())
        {
            if (reader.Is("tradeId"u8)) trade = reader.Long();
            else if (reader.Is("price"u8)) price = reader.Decimal();
            else if (reader.Is("qty"u8)) quantity = reader.Decimal();
            else if (reader.Is("commission"u8)) commission = reader.Decimal();
            else if (reader.Is("commissionAsset"u8)) asset = reader.Text();
            else reader.Skip();
        }
        return reader.Error is null ? new OrderFill(trade, price, quantity, commission, asset) : null;
    }
}
