using Superintel.Kernel;
using Superintel.Venue.Binance.Messages;
using Superintel.Venue.Binance.Wire;

namespace Superintel.Venue.Binance.Parse;

/// <summary>Binance's words and times as ours.</summary>
internal static class Words
{
    // Until the year 5138: more digits are microseconds, which nobody asked for.
    private const long LatestMs = 99_999_999_999_999;

    public static OrderStatus Status(ref WireReader reader)
    {
        var word = reader.Raw();
        return word.SequenceEqual("NEW"u8) ? OrderStatus.New
            : word.SequenceEqual("PARTIALLY_FILLED"u8) ? OrderStatus.PartiallyFilled
            : word.SequenceEqual("FILLED"u8) ? OrderStatus.Filled
            : word.SequenceEqual("CANCELED"u8) ? OrderStatus.Canceled
            : word.SequenceEqual("REJECTED"u8) ? OrderStatus.Rejected
            : word.SequenceEqual("EXPIRED"u8) ? OrderStatus.Expired
            : word.SequenceEqual("EXPIRED_IN_MATCH"u8) ? OrderStatus.ExpiredInMatch
            : word.SequenceEqual("PENDING_NEW"u8) ? OrderStatus.PendingNew
            : word.SequenceEqual("PENDING_CANCEL"u8) ? OrderStatus.PendingCancel
            : OrderStatus.Unrecognised;
    }

    public static ExecutionType Execution(ref WireReader reader)
    {
        var word = reader.Raw();
        return word.SequenceEqual("NEW"u8) ? ExecutionType.New
            : word.SequenceEqual("TRADE"u8) ? ExecutionType.Trade
            : word.SequenceEqual("CANCELED"u8) ? ExecutionType.Canceled
            : word.SequenceEqual("REJECTED"u8) ? ExecutionType.Rejected
            : word.SequenceEqual("EXPIRED"u8) ? ExecutionType.Expired
            : word.SequenceEqual("REPLACED"u8) ? ExecutionType.Replaced
            : word.SequenceEqual("TRADE_PREVENTION"u8) ? ExecutionType.TradePrevention
            : ExecutionType.Unrecognised;
    }

    public static Side Side(ref WireReader reader)
    {
        var word = reader.Raw();
        if (word.SequenceEqual("BUY"u8)) return Kernel.Side.Buy;
        if (!word.SequenceEqual("SELL"u8)) reader.Refuse("wrong-type");
        return Kernel.Side.Sell;
    }

    public static DateTimeOffset Time(ref WireReader reader)
    {
        var ms = reader.Long();
        if (ms is > 0 and <= LatestMs) return DateTimeOffset.FromUnixTimeMilliseconds(ms);
        if (ms != 0) reader.Refuse("bad-number");
        return default;
    }
}
