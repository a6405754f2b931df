using Superintel.Kernel;
using Superintel.Venue.Binance.Messages;
using Superintel.Venue.Binance.Wire;

namespace Superintel.Venue.Binance.Parse;

/// <summary>
/// Messages of market and user streams: raw, combined ({"stream","data"}) or of the WebSocket API ({"subscriptionId","event"}).
/// </summary>
public static class StreamParser
{
    public static Parsed<StreamMessage> Parse(ReadOnlySpan<byte> json)
    {
        var inside = StreamEnvelope.Inside(json, out var error);
        if (error is not null) return error;
        var kind = StreamEnvelope.KindOf(json[inside], out error);
        if (error is not null) return error;
        var body = json[inside];
        return kind switch
        {
            "executionReport" => Of(UserParser.Report(body)),
            "outboundAccountPosition" => Of(UserParser.Balances(body)),
            "eventStreamTerminated" or "listenKeyExpired" => new StreamMessage.UserStreamEnded(kind),
            "serverShutdown" => new StreamMessage.ServerShutdown(),
            "trade" or "aggTrade" => Of(Rows.One(body, Trade)),
            "kline" => Of(Rows.One(body, Kline)),
            "bookTicker" => Of(Rows.One(body, Ticker)),
            "" when StreamEnvelope.IsControl(body) => Of(Rows.One(body, Control)),
            // The spot book ticker has no event word; its fields tell it.
            "" => Rows.One(body, Ticker) is { IsValid: true } ticker ? ticker.Value : new StreamMessage.Other(string.Empty),
            _ => new StreamMessage.Other(kind),
        };
    }

    private static Parsed<StreamMessage> Of<T>(Parsed<T> parsed)
        where T : StreamMessage => parsed.IsValid ? parsed.Value : parsed.Error;

    private static StreamMessage.Trade? Trade(ref WireReader reader)
    {
        var (symbol, id, at, maker) = (string.Empty, -1L, default(DateTimeOffset), false);
        decimal price = 0m, quantity = 0m;
        while (reader.NextField())
        {
            if (reader.Is("s"u8)) symbol = reader.Text();
            else if (reader.Is("t"u8) || reader.Is("a"u8)) id = reader.Long();
            else if (reader.Is("p"u8)) price = reader.Decimal();
            else if (reader.Is("q"u8)) quantity = reader.Decimal();
            else if (reader.Is("T"u8)) at = Words.Time(ref reader);
            else if (reader.Is("m"u8)) maker = reader.Bool();
            else reader.Skip();
        }
        return symbol.Length == 0 || id < 0 ? null : new StreamMessage.Trade(symbol, id, price, quantity, at, maker);
    }

    private static StreamMessage.BookTicker? Ticker(ref WireReader reader)
    {
        var (symbol, id, seen) = (string.Empty, -1L, 0);
        decimal bid = 0m, bidQuantity = 0m, ask = 0m, askQuantity = 0m;
        while (reader.NextField())
        {
            if (reader.Is("s"u8)) symbol = reader.Text();
            else if (reader.Is("u"u8)) id = reader.Long();
            else if (reader.Is("b"u8)) (bid, seen) = (reader.Decimal(), seen + 1);
            else if (reader.Is("B"u8)) bidQuantity = reader.Decimal();
            else if (reader.Is("a"u8)) (ask, seen) = (reader.Decimal(), seen + 1);
            else if (reader.Is("A"u8)) askQuantity = reader.Decimal();
            else reader.Skip();
        }
        return symbol.Length == 0 || seen < 2 ? null : new StreamMessage.BookTicker(symbol, id, bid, bidQuantity, ask, askQuantity);
    }

    private static StreamMessage.KlineUpdate? Kline(ref WireReader reader)
    {
        StreamMessage.KlineUpdate? update = null;
        while (reader.NextField())
        {
            if (reader.Is("k"u8)) update = Candle(ref reader);
            else reader.Skip();
        }
        return update;
    }

    private static StreamMessage.KlineUpdate? Candle(ref WireReader reader)
    {
        if (!reader.EnterObject()) return null;
        var (symbol, interval, closed, trades) = (string.Empty, string.Empty, false, 0L);
        DateTimeOffset from = default, to = default;
        decimal open = 0m, high = 0m, low = 0m, close = 0m, volume = 0m, quote = 0m;
        while (reader.NextField())
        {
            if (reader.Is("t"u8)) from = Words.Time(ref reader);
            else if (reader.Is("T"u8)) to = Words.Time(ref reader);
            else if (reader.Is("s"u8)) symbol = reader.Text();
            else if (reader.Is("i"u8)) interval = reader.Text();
            else if (reader.Is("o"u8)) open = reader.Decimal();
            else if (reader.Is("h"u8)) high = reader.Decimal();
            else if (reader.Is("l"u8)) low = reader.Decimal();
            else if (reader.Is("c"u8)) close = reader.Decimal();
            else if (reader.Is("v"u8)) volume = reader.Decimal();
            else if (reader.Is("q"u8)) quote = reader.Decimal();
            else if (reader.Is("n"u8)) trades = reader.Long();
            else if (reader.Is("x"u8)) closed = reader.Bool();
            else reader.Skip();
        }
        return symbol.Length == 0 || interval.Length == 0
            ? null
            : new StreamMessage.KlineUpdate(symbol, interval, closed, new Kline(from, to, open, high, low, close, volume, quote, trades));
    }

    private static StreamMessage.ControlAnswer? Control(ref WireReader reader)
    {
        var (id, error) = (string.Empty, default(ApiError));
        while (reader.NextField())
        {
            if (reader.Is("id"u8)) id = StreamEnvelope.IdOf(ref reader);
            else if (reader.Is("error"u8)) error = reader.IsNull ? null : MarketParser.ReadError(ref reader);
            else reader.Skip();
        }
        return new StreamMessage.ControlAnswer(id, error);
    }
}
