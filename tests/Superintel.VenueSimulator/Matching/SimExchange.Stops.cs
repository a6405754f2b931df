using Superintel.Kernel;

namespace Superintel.VenueSimulator.Matching;

// Stops: when they trigger, and how they trail.
public sealed partial class SimExchange
{
    private const decimal PointsOfOne = 10_000m;

    private SimOrder Trigger(SimOrder order, SimBook book)
    {
        if (order.IsTriggered) return order;
        var (ticket, last) = (order.Ticket, book.Last);
        var stop = ticket.StopPrice ?? 0m;
        if (ticket.Type == SimOrderType.TrailingStop || ticket.TrailingPoints > 0m)
        {
            if (Followed(order, last) is not { } followed) return order;
            if (followed != order.Trail) orders.Put(order = order with { Trail = followed });
            return Reaches(ticket.Side, last, followed) ? Keep(order with { IsTriggered = true }) : order;
        }
        var reached = ticket.TakesProfit ? Reaches(Other(ticket.Side), last, stop) : Reaches(ticket.Side, last, stop);
        return reached ? Keep(order with { IsTriggered = true }) : order;
    }

    // Null: it does not follow yet, for the price where it begins to was not reached.
    private static decimal? Followed(SimOrder order, decimal last)
    {
        var (ticket, buying) = (order.Ticket, order.Ticket.Side == Side.Buy);
        var distance = ticket.TrailingPoints > 0m ? last * ticket.TrailingPoints / PointsOfOne : ticket.TrailingAmount!.Value;
        var follows = buying ? last + distance : last - distance;
        if (order.Trail is { } before) return buying ? Math.Min(before, follows) : Math.Max(before, follows);
        if (ticket.TrailingPoints <= 0m) return ticket.StopPrice ?? follows;
        var begins = ticket.StopPrice is not { } from || Reaches(ticket.TakesProfit ? Other(ticket.Side) : ticket.Side, last, from);
        return begins ? follows : null;
    }

    // A buyer's stop is above the market, a seller's below it.
    private static bool Reaches(Side side, decimal last, decimal stop) => side == Side.Buy ? last >= stop : last <= stop;

    private static Side Other(Side side) => side == Side.Buy ? Side.Sell : Side.Buy;
}
