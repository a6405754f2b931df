using System.Buffers;
using Superintel.Kernel;
using Superintel.Venue.Binance.Messages;

namespace Superintel.Venue.Binance.Rules;

/// <summary>The exchange's filters, applied before an order leaves.</summary>
public static class FilterCheck
{
    private const int LongestName = 36;
    private static readonly SearchValues<char> NameCharacters =
        SearchValues.Create("-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz");

    /// <summary>The order with its prices on the tick, never worse than asked: a buyer's limit down, a seller's up.</summary>
    public static NewOrder OnTick(NewOrder order, SymbolInfo symbol)
    {
        if (symbol.Filters.Price is not { } filter || (IsOnTick(filter, order.Price) && IsOnTick(filter, order.StopPrice))) return order;
        return order with
        {
            Price = order.Price is not { } price ? null : order.Side == Side.Buy ? filter.Down(price) : filter.Up(price),
            // A trigger is rounded away from the market: it must not fire earlier than asked.
            StopPrice = order.StopPrice is not { } stop ? null : order.Side == Side.Buy ? filter.Up(stop) : filter.Down(stop),
        };
    }

    /// <returns>Null: no filter that can be checked here objects.</returns>
    public static FilterRefusal? Judge(NewOrder order, SymbolInfo symbol, OrderContext context) =>
        Form(order, symbol) ?? Prices(order, symbol.Filters) ?? Quantities(order, symbol.Filters)
            ?? Notional(order, symbol.Filters, context) ?? Percent(order, symbol.Filters, context)
                ?? Counts(order, symbol.Filters, context);

    private static FilterRefusal? Form(NewOrder order, SymbolInfo symbol)
    {
        if (!symbol.Trading) return new FilterRefusal("symbol-not-trading", $"{symbol.Symbol} is not trading.");
        if (!IsName(order.Name)) return new FilterRefusal("client-order-id", "A name has 1 to 36 of letters, digits, '-' and '_'.");
        if (symbol.OrderTypes.Count > 0 && !symbol.OrderTypes.Contains(order.Type.Word()))
            return new FilterRefusal("order-type", $"{symbol.Symbol} takes no {order.Type.Word()} orders.");
        if (order.Type is SpotOrderType.Limit or SpotOrderType.LimitMaker or SpotOrderType.StopLossLimit && order.Price is null)
            return new FilterRefusal("price-missing", $"A {order.Type.Word()} order needs a price.");
        return order.Type is SpotOrderType.StopLoss or SpotOrderType.StopLossLimit && order.StopPrice is null
            ? new FilterRefusal("stop-price-missing", $"A {order.Type.Word()} order needs a stop price.")
            : null;
    }

    private static FilterRefusal? Prices(NewOrder order, SymbolFilters filters) =>
        filters.Price is { } filter ? Refused(filter, order.Price) ?? Refused(filter, order.StopPrice) : null;

    private static bool IsOnTick(StepRange filter, decimal? price) => price is not { } value || filter.OnStep(value);

    private static FilterRefusal? Refused(StepRange filter, decimal? price) =>
        price is { } value && (value <= 0m || !filter.Holds(value) || !filter.OnStep(value))
            ? new FilterRefusal("price-filter", $"{value} is not from {filter.Min} to {filter.Max} in steps of {filter.Step}.")
            : null;

    private static FilterRefusal? Quantities(NewOrder order, SymbolFilters filters)
    {
        if (order.Quantity <= 0m) return new FilterRefusal("lot-size", "A quantity is above zero.");
        if (Refused(filters.Lot, order.Quantity, "lot-size") is { } refusal) return refusal;
        return order.Type is SpotOrderType.Market or SpotOrderType.StopLoss
            ? Refused(filters.MarketLot, order.Quantity, "market-lot-size")
            : null;
    }

    private static FilterRefusal? Refused(StepRange? range, decimal quantity, string code) =>
        range is null || (range.Holds(quantity) && range.OnStep(quantity))
            ? null
            : new FilterRefusal(code, $"{quantity} is not from {range.Min} to {range.Max} in steps of {range.Step}.");

    private static FilterRefusal? Notional(NewOrder order, SymbolFilters filters, OrderContext context)
    {
        var market = order.Type is SpotOrderType.Market or SpotOrderType.StopLoss;
        if (filters.Notional is not { } range || (market ? context.AveragePrice : order.Price) is not { } price) return null;
        var notional = price * order.Quantity;
        var low = range.Min > 0m && notional < range.Min && (!market || range.MinForMarket);
        var high = range.Max > 0m && notional > range.Max && (!market || range.MaxForMarket);
        return low || high
            ? new FilterRefusal("notional", $"{notional} is not from {range.Min} to {(range.Max > 0m ? range.Max : decimal.MaxValue)}.")
            : null;
    }

    private static FilterRefusal? Percent(NewOrder order, SymbolFilters filters, OrderContext context)
    {
        if (filters.Percent is not { } percent || order.Price is not { } price || context.AveragePrice is not { } average) return null;
        var (up, down) = order.Side == Side.Buy ? (percent.BidUp, percent.BidDown) : (percent.AskUp, percent.AskDown);
        return (up > 0m && price > average * up) || price < average * down
            ? new FilterRefusal("percent-price", $"{price} is not from {down} to {up} times the average price {average}.")
            : null;
    }

    private static FilterRefusal? Counts(NewOrder order, SymbolFilters filters, OrderContext context)
    {
        var algo = order.Type is SpotOrderType.StopLoss or SpotOrderType.StopLossLimit;
        // Whether one that never rests counts is for the exchange to say.
        var rests = algo || (order.Type != SpotOrderType.Market && order.TimeInForce == SpotTimeInForce.GoodTillCancel);
        if (rests && filters.MaxOrders is { } most && context.OpenOrders >= most)
            return new FilterRefusal(FilterRefusal.TooManyOrders, $"{context.OpenOrders} orders work; {most} is the most.");
        if (algo && filters.MaxAlgoOrders is { } mostAlgo && context.OpenAlgoOrders >= mostAlgo)
            return new FilterRefusal(FilterRefusal.TooManyStops, $"{context.OpenAlgoOrders} stop orders work; {mostAlgo} is the most.");
        return order.Side == Side.Buy && filters.MaxPosition is { } limit && context.Position is { } held && held + order.Quantity > limit
            ? new FilterRefusal("max-position", $"{held} and {order.Quantity} are more than {limit}.")
            : null;
    }

    private static bool IsName(string name) =>
        name.Length is > 0 and <= LongestName && !name.AsSpan().ContainsAnyExcept(NameCharacters);
}
