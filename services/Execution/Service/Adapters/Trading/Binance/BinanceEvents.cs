using System.Globalization;
using Superintel.Execution.Trading;
using Superintel.Kernel;
using Superintel.Venue.Binance.Messages;

namespace Superintel.Execution.Service.Adapters.Trading.Binance;

/// <summary>What the exchange says, in the port's words. A fill's identity is (symbol, trade id).</summary>
internal static class BinanceEvents
{
    /// <param name="quote">The asset that holdings are priced in.</param>
    /// <returns>Null: it says nothing that the desk does not say itself.</returns>
    public static BrokerEvent? Of(ExecutionReport report, string quote)
    {
        var id = new ClientOrderId(report.ClientOrderId);
        return report.Execution switch
        {
            ExecutionType.New => new BrokerEvent.Accepted(id, report.At, VenueOrderId(report.OrderId)),
            ExecutionType.Trade when report.TradeId >= 0 && report.LastQuantity > 0m => Fill(
                id, report.Symbol, report.TradeId, report.LastQuantity, report.LastPrice, report.Commission, report.CommissionAsset,
                    report.At, quote),
            ExecutionType.Canceled => new BrokerEvent.Canceled(id, report.At, report.Reason),
            ExecutionType.Rejected => new BrokerEvent.Rejected(id, report.At, "rejected", report.Reason),
            ExecutionType.Expired => new BrokerEvent.Expired(id, report.At, report.Reason),
            ExecutionType.TradePrevention when report.Status == OrderStatus.ExpiredInMatch =>
                new BrokerEvent.Expired(id, report.At, "It would have traded with the account's own order."),
            _ => null,
        };
    }

    public static BrokerEvent.Filled Of(ClientOrderId id, AccountTrade trade, string quote) =>
        Fill(id, trade.Symbol, trade.TradeId, trade.Quantity, trade.Price, trade.Commission, trade.CommissionAsset, trade.At, quote);

    public static string VenueOrderId(long id) => id.ToString(CultureInfo.InvariantCulture);

    /// <returns>Null: a word that this version does not know, so nothing is known.</returns>
    public static BrokerOrderStatus? StatusOf(OrderStatus status) => status switch
    {
        OrderStatus.New or OrderStatus.PendingNew or OrderStatus.PartiallyFilled or OrderStatus.PendingCancel => BrokerOrderStatus.Working,
        OrderStatus.Filled => BrokerOrderStatus.Filled,
        OrderStatus.Canceled => BrokerOrderStatus.Canceled,
        OrderStatus.Rejected => BrokerOrderStatus.Rejected,
        OrderStatus.Expired or OrderStatus.ExpiredInMatch => BrokerOrderStatus.Expired,
        _ => null,
    };

    private static BrokerEvent.Filled Fill(
        ClientOrderId id, string symbol, long trade, decimal quantity, decimal price, decimal commission, string asset,
            DateTimeOffset at, string quote) =>
        new(id, at, string.Create(CultureInfo.InvariantCulture, $"{symbol}-{trade}"), new Quantity(quantity), price,
            CommissionOf(symbol, commission, asset, price))
        {
            // The holding of an asset is told as a position in it against the quote asset.
            FeeQuantity = asset.Length > 0 && asset + quote == symbol ? commission : 0m,
        };

    // Some assets have codes that are none by our rules (one or two letters). In the traded asset itself, the fill's price converts
    // exactly;
    // what is left is told without a currency rather than in a wrong one.
    private static Money CommissionOf(string symbol, decimal commission, string asset, decimal price)
    {
        if (IsCode(asset)) return new Money(commission, new Currency(asset));
        var quote = asset.Length > 0 && symbol.StartsWith(asset, StringComparison.Ordinal) ? symbol[asset.Length..] : string.Empty;
        return IsCode(quote) ? new Money(commission * price, new Currency(quote)) : new Money(commission, default);
    }

    private static bool IsCode(string asset) =>
        asset.Length is >= 3 and <= 10 && asset.All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c));
}
