using Superintel.Mt4Bridge.Orders;
using Superintel.Venue.Mt4.Messages;

namespace Superintel.Mt4Bridge.Terminal;

/// <summary>A ticket in the contract's words.</summary>
internal static class TicketViews
{
    /// <summary>A pending order, or an open ticket as the order that it was.</summary>
    /// <param name="order">Null for one that is not of the journal.</param>
    public static Mt4Order View(this TerminalTicket ticket, PlacedOrder? order) => ticket.On(order?.View ?? new Mt4Order(
        null, "", null, ticket.Symbol, ticket.Side, ticket.Lots, ticket.IsMarket ? ticket.Lots : 0m,
        ticket.IsMarket ? ticket.OpenPrice : null, ticket.IsMarket ? ticket.OpenedAt : null, ticket.IsMarket ? -ticket.Commission : 0m,
        null));

    /// <summary>What the ticket says now over what was known of its order.</summary>
    public static Mt4Order On(this TerminalTicket ticket, Mt4Order known) => known with
    {
        State = OrderState.IsOver(known.State) ? known.State : ticket.State,
        Ticket = ticket.Ticket,
        Type = known.Type ?? ticket.Kind,
        Price = ticket.IsMarket ? known.Price : ticket.OpenPrice,
        StopLoss = ticket.StopLoss,
        TakeProfit = ticket.TakeProfit,
        Expiration = ticket.IsMarket ? known.Expiration : ticket.Expiration,
        Magic = ticket.Magic,
        Comment = ticket.Comment,
    };

    public static Mt4Position Position(this TerminalTicket ticket, PlacedOrder? order) => new(
        ticket.Ticket, ticket.Symbol, ticket.Side, ticket.Lots, ticket.OpenPrice, ticket.OpenedAt, order?.Request.ClientOrderId,
        ticket.StopLoss, ticket.TakeProfit, ticket.Swap, ticket.Commission, ticket.Profit, ticket.Magic, ticket.Comment);

    public static Mt4Trade Trade(this TerminalTicket ticket, PlacedOrder? order) => new(
        ticket.Ticket, ticket.Symbol, ticket.Side, ticket.Lots, ticket.OpenedAt, ticket.ClosedAt ?? ticket.OpenedAt, ticket.OpenPrice,
        ticket.ClosePrice, ticket.Profit, ticket.Swap, ticket.Commission, ticket.Magic, ticket.Comment, order?.Request.ClientOrderId);
}
