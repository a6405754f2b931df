using Superintel.Kernel;
using Superintel.Venue.Binance.Messages;
using Superintel.Venue.Binance.Wire;

namespace Superintel.Venue.Binance.Parse;

/// <summary>The account, its balances and its trades.</summary>
public static class AccountParser
{
    public static Parsed<Account> Account(ReadOnlySpan<byte> json) => Rows.One(json, ReadAccount);

    public static Parsed<IReadOnlyList<AccountTrade>> Trades(ReadOnlySpan<byte> json) => Rows.Whole(json, ReadTrade);

    internal static Balance? ReadBalance(ref WireReader reader)
    {
        if (!reader.EnterObject()) return null;
        var asset = string.Empty;
        decimal free = 0m, locked = 0m;
        while (reader.NextField())
        {
            if (reader.Is("asset"u8) || reader.Is("a"u8)) asset = reader.Text();
            else if (reader.Is("free"u8) || reader.Is("f"u8)) free = reader.Decimal();
            else if (reader.Is("locked"u8) || reader.Is("l"u8)) locked = reader.Decimal();
            else reader.Skip();
        }
        if (reader.Error is null && asset.Length == 0) reader.Refuse("missing-field");
        return reader.Error is null ? new Balance(asset, free, locked) : null;
    }

    private static Account? ReadAccount(ref WireReader reader)
    {
        var (canTrade, type) = (false, string.Empty);
        List<Balance>? balances = null;
        while (reader.NextField())
        {
            if (reader.Is("canTrade"u8)) canTrade = reader.Bool();
            else if (reader.Is("accountType"u8)) type = reader.Text();
            else if (reader.Is("balances"u8)) balances = Rows.Read(ref reader, ReadBalance);
            else reader.Skip();
        }
        // Without the list nothing is known: an account without it is not an empty account.
        return balances is null ? null : new Account(canTrade, type, balances);
    }

    private static AccountTrade? ReadTrade(ref WireReader reader)
    {
        if (!reader.EnterObject()) return null;
        var (symbol, asset, id, order) = (string.Empty, string.Empty, -1L, -1L);
        var (buyer, maker, at) = (false, false, default(DateTimeOffset));
        decimal price = 0m, quantity = 0m, commission = 0m;
        while (reader.NextField())
        {
            if (reader.Is("symbol"u8)) symbol = reader.Text();
            else if (reader.Is("id"u8)) id = reader.Long();
            else if (reader.Is("orderId"u8)) order = reader.Long();
            else if (reader.Is("price"u8)) price = reader.Decimal();
            else if (reader.Is("qty"u8)) quantity = reader.Decimal();
            else if (reader.Is("commission"u8)) commission = reader.Decimal();
            else if (reader.Is("commissionAsset"u8)) asset = reader.Text();
            else if (reader.Is("time"u8)) at = Words.Time(ref reader);
            else if (reader.Is("isBuyer"u8)) buyer = reader.Bool();
            else if (reader.Is("isMaker"u8)) maker = reader.Bool();
            else reader.Skip();
        }
        if (reader.Error is null && (symbol.Length == 0 || id < 0 || order < 0 || quantity < 0m)) reader.Refuse("missing-field");
        return reader.Error is null
            ? new AccountTrade(symbol, id, order, buyer ? Side.Buy : Side.Sell, price, quantity, commission, asset, at, maker)
            : null;
    }
}
