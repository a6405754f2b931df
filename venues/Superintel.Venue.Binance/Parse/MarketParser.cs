using Superintel.Venue.Binance.Messages;
using Superintel.Venue.Binance.Wire;

namespace Superintel.Venue.Binance.Parse;

/// <summary>Klines, server time, average price and errors in REST bodies.</summary>
public static class MarketParser
{
    public static Parsed<IReadOnlyList<Kline>> Klines(ReadOnlySpan<byte> json) => Rows.Whole(json, ReadKline);

    /// <summary>The answer of /time, in a box.</summary>
    public static Parsed<ServerTime> Time(ReadOnlySpan<byte> json) => Rows.One(json, ReadTime);

    /// <summary>The answer of /avgPrice or a ticker's price.</summary>
    public static Parsed<AveragePrice> Average(ReadOnlySpan<byte> json) => Rows.One(json, ReadAverage);

    public static Parsed<ApiError> Error(ReadOnlySpan<byte> json) => Rows.One(json, ReadError);

    internal static ApiError? ReadError(ref WireReader reader)
    {
        if (!reader.EnterObject()) return null;
        var (code, text, seen, wait) = (0, string.Empty, false, TimeSpan.Zero);
        while (reader.NextField())
        {
            if (reader.Is("code"u8)) (code, seen) = (reader.Int(), true);
            else if (reader.Is("msg"u8)) text = reader.Text(WireLimits.Text);
            else if (reader.Is("data"u8) && reader.IsObject) wait = ReadWait(ref reader);
            else reader.Skip();
        }
        return seen ? new ApiError(code, text, wait) : null;
    }

    // {"serverTime":..., "retryAfter":...}, both milliseconds since 1970. Other errors have other data.
    private static TimeSpan ReadWait(ref WireReader reader)
    {
        DateTimeOffset now = default, until = default;
        while (reader.NextField())
        {
            if (reader.Is("serverTime"u8)) now = Words.Time(ref reader);
            else if (reader.Is("retryAfter"u8)) until = Words.Time(ref reader);
            else reader.Skip();
        }
        return now != default && until > now ? until - now : TimeSpan.Zero;
    }

    private static ServerTime? ReadTime(ref WireReader reader)
    {
        DateTimeOffset at = default;
        while (reader.NextField())
        {
            if (reader.Is("serverTime"u8)) at = Words.Time(ref reader);
            else reader.Skip();
        }
        return at == default ? null : new ServerTime(at);
    }

    private static AveragePrice? ReadAverage(ref WireReader reader)
    {
        decimal? price = null;
        while (reader.NextField())
        {
            if (reader.Is("price"u8)) price = reader.Decimal();
            else reader.Skip();
        }
        return price is { } known ? new AveragePrice(known) : null;
    }

    // [openTime, o, h, l, c, volume, closeTime, quoteVolume, trades, ...]
    private static Kline? ReadKline(ref WireReader reader)
    {
        const int Needed = 9;
        if (!reader.EnterArray()) return null;
        DateTimeOffset open = default, close = default;
        Span<decimal> values = stackalloc decimal[6];
        var (trades, index) = (0L, 0);
        for (; reader.NextItem(); index++)
        {
            switch (index)
            {
                case 0: open = Words.Time(ref reader); break;
                case >= 1 and <= 5: values[index - 1] = reader.Decimal(); break;
                case 6: close = Words.Time(ref reader); break;
                case 7: values[5] = reader.Decimal(); break;
                case 8: trades = reader.Long(); break;
                default: reader.Skip(); break;
            }
        }
        if (reader.Error is null && index < Needed) reader.Refuse("missing-field");
        return reader.Error is null
            ? new Kline(open, close, values[0], values[1], values[2], values[3], values[4], values[5], trades)
            : null;
    }
}
