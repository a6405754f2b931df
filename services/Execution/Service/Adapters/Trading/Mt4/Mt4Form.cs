using Superintel.Execution.Trading;
using Superintel.Kernel;
using Superintel.Venue.Mt4.Messages;

namespace Superintel.Execution.Service.Adapters.Trading.Mt4;

/// <summary>A ticket in lots and ticks.</summary>
internal static class Mt4Form
{
    /// <returns>Null for what MT4 does not have.</returns>
    public static string? TypeOf(OrderType type) => type switch
    {
        OrderType.Market => "MARKET",
        OrderType.Limit => "LIMIT",
        OrderType.Stop => "STOP",
        _ => null,
    };

    /// <summary>Why the terminal would refuse it; null when it would not.</summary>
    public static (string Code, string Text)? Objection(OrderTicket ticket, Mt4Symbol symbol)
    {
        var lots = ticket.Quantity.Value / symbol.LotSize;
        if (lots < symbol.MinLot || lots > symbol.MaxLot || lots % symbol.LotStep != 0m)
            return ("invalid-volume", $"{lots} lots is not {symbol.MinLot} to {symbol.MaxLot} in steps of {symbol.LotStep}.");
        if (ticket.Type != OrderType.Market && Price(ticket) is not > 0m) return ("price-missing", $"A {ticket.Type} order needs a price.");
        return Price(ticket) is { } price && price % symbol.TickSize != 0m
            ? ("invalid-price", $"{price} is not a multiple of {symbol.TickSize}.")
            : null;
    }

    public static Mt4OrderRequest Of(OrderTicket ticket, string name, string type, Mt4Symbol symbol, int magic) => new(
        name,
        symbol.Symbol,
        ticket.Side == Side.Buy ? "BUY" : "SELL",
        type,
        ticket.Quantity.Value / symbol.LotSize,
        Price(ticket),
        ticket.TimeInForce == TimeInForce.GoodTillDate ? ticket.GoodTillDate : null,
        magic,
        // The terminal would hold both sides at once, and pay for both: one closes the other (ADR 86, 99).
        Reduces: true);

    private static decimal? Price(OrderTicket ticket) => ticket.Type == OrderType.Stop ? ticket.StopPrice : ticket.LimitPrice;
}
