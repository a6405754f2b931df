using Superintel.Kernel;

namespace Superintel.VenueSimulator.Matching;

/// <summary>What the venue finds wrong with an order in itself, and what it charges.</summary>
internal static class SimRules
{
    private const string ThirdAsset = "BNB";
    private const decimal ThirdPrice = 600m;

    public static (decimal Amount, string Currency) Fee(
        (SimFees Kind, decimal Rate) fees, SimInstrument instrument, Side side, decimal quantity, decimal price) => fees.Kind switch
    {
        SimFees.Received when side == Side.Buy => (decimal.Round(quantity * fees.Rate, 8), instrument.Base),
        SimFees.Third => (decimal.Round(quantity * price * fees.Rate / ThirdPrice, 8), ThirdAsset),
        _ => (decimal.Round(quantity * price * fees.Rate, 8), instrument.Quote),
    };

    /// <returns>Null for a sound one.</returns>
    public static string? Objection(SimTicket ticket, SimInstrument instrument, DateTimeOffset now)
    {
        if (ticket.Quantity <= 0m || ticket.Quantity % instrument.LotSize != 0m) return "Quantity is not a multiple of the lot";
        var priced = ticket.Type is SimOrderType.Limit or SimOrderType.StopLimit or SimOrderType.LimitOnClose;
        if (ticket.GoodTill <= now) return "The date until which the order is good is over";
        if (priced && ticket.LimitPrice is not > 0m) return "Limit price is missing";
        if (ticket.Type is SimOrderType.Stop or SimOrderType.StopLimit && ticket.StopPrice is not > 0m) return "Stop price is missing";
        if (ticket.Type == SimOrderType.TrailingStop && ticket.TrailingAmount is not > 0m) return "Trailing amount is missing";
        var offTick = (ticket.LimitPrice ?? 0m) % instrument.TickSize != 0m || (ticket.StopPrice ?? 0m) % instrument.TickSize != 0m;
        return offTick ? "Price is not a multiple of the tick" : null;
    }
}
