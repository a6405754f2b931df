namespace Superintel.Venue.Binance.Messages;

/// <summary>One execution in the answer to an order.</summary>
/// <param name="TradeId">Unique within the symbol.</param>
/// <param name="CommissionAsset">May be neither base nor quote (BNB).</param>
public sealed record OrderFill(long TradeId, decimal Price, decimal Quantity, decimal Commission, string CommissionAsset);
