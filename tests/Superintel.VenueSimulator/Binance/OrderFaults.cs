using Superintel.VenueSimulator.Faults;
using Superintel.VenueSimulator.Matching;

namespace Superintel.VenueSimulator.Binance;

/// <summary>What goes wrong with an order at the exchange, whichever way it came and whatever the client is told.</summary>
internal sealed class OrderFaults(SimExchange exchange, RateLimits limits, VenueClock clock, FaultPlan faults)
{
    private static readonly TimeSpan BanOfFault = TimeSpan.FromSeconds(1);

    /// <summary>A request comes: the clock may be astray, or everybody be sent away.</summary>
    public void Come()
    {
        var fault = faults.At(FaultPoint.Request);
        if (fault == Fault.ClockSkew) clock.Skew();
        if (fault == Fault.RateLimitBan) limits.Ban(BanOfFault);
    }

    /// <summary>The order or the cancel was taken, and is spoilt behind its answer.</summary>
    public void Spoil(Fault fault, Reply reply)
    {
        if (reply.Body["orderId"] is not { } id || exchange.Read(e => e.Order((long)id)) is not { } order) return;
        var lot = exchange.Find(order.Ticket.Symbol)!.LotSize;
        if (fault == Fault.PartialThenCancel && order.IsWorking)
        {
            exchange.Force(order.Id, Math.Max(lot, decimal.Floor(order.Leaves / 2m / lot) * lot));
            exchange.Cancel(order.Id, "Canceled by the exchange");
        }
        if (fault == Fault.LateFill) exchange.Force(order.Id, lot);
    }
}
