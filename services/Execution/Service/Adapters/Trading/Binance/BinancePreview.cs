using Superintel.Execution.Trading;
using Superintel.Execution.Trading.Ports;
using Superintel.Execution.Trading.Symbols;
using Superintel.Kernel;
using Superintel.Venue.Binance.Failures;
using Superintel.Venue.Binance.Messages;
using Superintel.Venue.Binance.Rules;
using Superintel.Venue.Binance.Spot;

namespace Superintel.Execution.Service.Adapters.Trading.Binance;

/// <summary>What an order would pay at Binance spot: checked against the filters here, and by a test order there.</summary>
internal sealed class BinancePreview(
    SpotClient client, BinanceRules rules, VenueSymbols symbols, BinanceOptions options) : IOrderPreview
{
    private const int Digits = 8;
    private readonly TestOrders tests = new(client.Transport);

    public async Task<PreviewOutcome> Preview(OrderTicket ticket, CancellationToken ct)
    {
        if (symbols.SymbolOf(ticket.Instrument) is not { } symbol)
            return new PreviewOutcome.Refused(
                VenueSymbols.UnknownCode, $"{ticket.Instrument} has no symbol in Execution:Binance:Symbols.");
        if (BinanceOrderForm.Of(ticket, symbol) is not { } order)
            return new PreviewOutcome.Refused("order-type-unsupported", $"Binance has no {ticket.Type} {ticket.TimeInForce} orders.");
        var info = await rules.Of(symbol, ct);
        if (!info.IsGiven) return Failed(info.Failure);
        if (info.Value.QuoteAsset != options.QuoteAsset)
            return new PreviewOutcome.Refused(
                "quote-asset", $"{symbol} is paid in {info.Value.QuoteAsset}; this account trades against {options.QuoteAsset}.");
        if (info.Value.BaseAsset == options.FeeAsset)
            return new PreviewOutcome.Refused("fee-asset", $"Fees are paid in {options.FeeAsset}; it is not traded.");
        var asked = FilterCheck.OnTick(order, info.Value);
        var average = await rules.AveragePrice(symbol, ct);
        if (FilterCheck.Judge(asked, info.Value, OrderContext.Unknown with { AveragePrice = average }) is { } refusal)
            return new PreviewOutcome.Refused(refusal.Code, refusal.Text);
        var rates = await tests.Rates(asked, ct);
        return rates.IsGiven ? new PreviewOutcome.Told(Cost(asked, info.Value, rates.Value, average)) : Failed(rates.Failure);
    }

    private static OrderCost Cost(NewOrder order, SymbolInfo symbol, CommissionRates rates, decimal? average)
    {
        var worth = order.Quantity * (order.Price ?? order.StopPrice ?? average);
        decimal? Fee(decimal rate) => worth is { } known ? decimal.Round(known * rate, Digits) : null;
        var takes = order.Type is SpotOrderType.Market or SpotOrderType.StopLoss;
        var least = takes ? rates.Taker : Math.Min(rates.Maker, rates.Taker);
        var most = takes ? rates.Taker : Math.Max(rates.Maker, rates.Taker);
        var isOne = least == most && rates.DiscountAsset.Length == 0;
        return new OrderCost
        {
            // By how much less an asset of its own costs is not told unmistakably: the least is unknown then.
            Commission = new CommissionEstimate(
                isOne ? Fee(most) : null, rates.DiscountAsset.Length == 0 ? Fee(least) : null, Fee(most), new Currency(symbol.QuoteAsset)),
            Warning = string.Join(' ', Warnings(order, symbol, rates, worth)),
        };
    }

    private static IEnumerable<string> Warnings(NewOrder order, SymbolInfo symbol, CommissionRates rates, decimal? worth)
    {
        yield return "The balance was not looked at.";
        if (worth is null) yield return "The fee depends on the price, which is not known.";
        else if (order.Price is null && order.StopPrice is null) yield return "The fee is worked out at the average price.";
        if (rates.DiscountAsset.Length > 0) yield return $"It is less when it is paid in {rates.DiscountAsset}.";
        else if (order.Side == Side.Buy) yield return $"It is taken in {symbol.BaseAsset}, and worth this.";
    }

    private static PreviewOutcome Failed(Failure failure) => failure.Kind is FailureKind.Rejected or FailureKind.OrderNotFound
        ? new PreviewOutcome.Refused(failure.Code, failure.Text)
        : new PreviewOutcome.Unavailable(failure.Code, failure.Text);
}
