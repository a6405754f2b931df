using Superintel.Kernel;
using Superintel.Venue.Binance.Messages;
using Superintel.Venue.Binance.Wire;

namespace Superintel.Venue.Binance.Parse;

/// <summary>Events of the user data stream.</summary>
internal static class UserParser
{
    public static Parsed<ExecutionReport> Report(ReadOnlySpan<byte> json) => Rows.One(json, ReadReport);

    public static Parsed<StreamMessage.Balances> Balances(ReadOnlySpan<byte> json) => Rows.One(json, ReadBalances);

    private static ExecutionReport? ReadReport(ref WireReader reader)
    {
        var (symbol, name, original, type, asset, reason) =
            (string.Empty, string.Empty, string.Empty, string.Empty, string.Empty, string.Empty);
        var (order, trade, side) = (-1L, -1L, default(Side));
        var (execution, status, at) = (ExecutionType.Unrecognised, OrderStatus.Unrecognised, default(DateTimeOffset));
        decimal quantity = 0m, cumulative = 0m, lastPrice = 0m, lastQuantity = 0m, commission = 0m;
        while (reader.NextField())
        {
            if (reader.Is("s"u8)) symbol = reader.Text();
            else if (reader.Is("c"u8)) name = reader.Text();
            else if (reader.Is("C"u8)) original = reader.Text();
            else if (reader.Is("S"u8)) side = Words.Side(ref reader);
            else if (reader.Is("o"u8)) type = reader.Text();
            else if (reader.Is("q"u8)) quantity = reader.Decimal();
            else if (reader.Is("x"u8)) execution = Words.Execution(ref reader);
            else if (reader.Is("X"u8)) status = Words.Status(ref reader);
            else if (reader.Is("r"u8) && reason.Length == 0) reason = reader.Text(WireLimits.Text);
            else if (reader.Is("eR"u8)) reason = ReasonOf(ref reader);
            else if (reader.Is("i"u8)) order = reader.Long();
            else if (reader.Is("t"u8)) trade = reader.Long();
            else if (reader.Is("l"u8)) lastQuantity = reader.Decimal();
            else if (reader.Is("L"u8)) lastPrice = reader.Decimal();
            else if (reader.Is("z"u8)) cumulative = reader.Decimal();
            else if (reader.Is("n"u8)) commission = reader.IsNull ? 0m : reader.Decimal();
            else if (reader.Is("N"u8)) asset = reader.Text();
            else if (reader.Is("T"u8)) at = Words.Time(ref reader);
            else reader.Skip();
        }
        if (reader.Error is not null || symbol.Length == 0 || order < 0 || side == default) return null;
        return new ExecutionReport(
            symbol, original.Length > 0 ? original : name, order, side, type, execution, status, quantity, cumulative,
            trade, lastPrice, lastQuantity, commission, asset, reason, at);
    }

    private static string ReasonOf(ref WireReader reader)
    {
        var raw = reader.Raw();
        if (raw.IsEmpty) reader.Skip();
        return raw.IsEmpty ? string.Empty : $"expiry reason {System.Text.Encoding.UTF8.GetString(raw[..Math.Min(raw.Length, 20)])}";
    }

    private static StreamMessage.Balances? ReadBalances(ref WireReader reader)
    {
        DateTimeOffset at = default;
        List<Balance>? balances = null;
        while (reader.NextField())
        {
            if (reader.Is("E"u8)) at = Words.Time(ref reader);
            else if (reader.Is("B"u8)) balances = Rows.Read(ref reader, AccountParser.ReadBalance);
            else reader.Skip();
        }
        return balances is null ? null : new StreamMessage.Balances(at, balances);
    }
}
