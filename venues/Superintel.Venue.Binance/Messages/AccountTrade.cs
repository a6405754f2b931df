using Superintel.Kernel;

namespace Superintel.Venue.Binance.Messages;

/// <summary>One of the account's own trades. Its identity is (symbol, trade id).</summary>
public sealed record AccountTrade(
    string Symbol,
    long TradeId,
    long OrderId,
    Side Side,
    decimal Price,
    decimal Quantity,
    decimal Commission,
    string CommissionAsset,
    DateTimeOffset At,
    bool Maker);
