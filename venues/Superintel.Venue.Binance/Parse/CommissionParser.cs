using Superintel.Venue.Binance.Messages;
using Superintel.Venue.Binance.Wire;

namespace Superintel.Venue.Binance.Parse;

/// <summary>The answer to a test order that asks for its commission.</summary>
public static class CommissionParser
{
    public static Parsed<CommissionRates> Rates(ReadOnlySpan<byte> json) => Rows.One(json, Read);

    private static CommissionRates? Read(ref WireReader reader)
    {
        var (maker, taker, parts, asset) = (0m, 0m, 0, string.Empty);
        while (reader.NextField())
        {
            if (reader.Is("standardCommissionForOrder"u8) || reader.Is("specialCommissionForOrder"u8)
                || reader.Is("taxCommissionForOrder"u8))
            {
                if (reader.Is("standardCommissionForOrder"u8)) parts++;
                var (more, most) = Part(ref reader);
                (maker, taker) = (maker + more, taker + most);
            }
            else if (reader.Is("discount"u8)) asset = Discount(ref reader);
            else reader.Skip();
        }
        // Without the standard rates nothing is known of the cost: it is not free.
        return parts == 1 ? new CommissionRates(maker, taker, asset) : null;
    }

    private static (decimal Maker, decimal Taker) Part(ref WireReader reader)
    {
        var (maker, taker, fields) = (0m, 0m, 0);
        if (!reader.EnterObject()) return default;
        while (reader.NextField())
        {
            if (reader.Is("maker"u8)) (maker, fields) = (reader.Decimal(), fields + 1);
            else if (reader.Is("taker"u8)) (taker, fields) = (reader.Decimal(), fields + 1);
            else reader.Skip();
        }
        if (reader.Error is null && (fields != 2 || Math.Abs(maker) > 1m || Math.Abs(taker) > 1m)) reader.Refuse("missing-field");
        return (maker, taker);
    }

    private static string Discount(ref WireReader reader)
    {
        var (account, symbol, asset) = (false, false, string.Empty);
        if (!reader.EnterObject()) return string.Empty;
        while (reader.NextField())
        {
            if (reader.Is("enabledForAccount"u8)) account = reader.Bool();
            else if (reader.Is("enabledForSymbol"u8)) symbol = reader.Bool();
            else if (reader.Is("discountAsset"u8)) asset = reader.Text();
            else reader.Skip();
        }
        return account && symbol ? asset : string.Empty;
    }
}
