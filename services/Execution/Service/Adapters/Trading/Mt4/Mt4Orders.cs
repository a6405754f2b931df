using Superintel.Execution.Trading;
using Superintel.Execution.Trading.Symbols;
using Superintel.Kernel;
using Superintel.Venue.Mt4.Messages;

namespace Superintel.Execution.Service.Adapters.Trading.Mt4;

/// <summary>The bridge's orders in the words of the port. An MT4 order fills at once and whole: it has at most one execution.</summary>
internal sealed class Mt4Orders(string account, VenueSymbols names, Currency commissionCurrency, decimal lotUnits)
{
    public BrokerOrder Read(Mt4Order order, DateTimeOffset now)
    {
        var id = Mt4Name.Read(order.ClientOrderId ?? $"mt4-{order.Ticket}");
        return new BrokerOrder(
            Mt4Options.VenueName,
            account,
            id,
            $"{order.Ticket}",
            names.InstrumentOf(order.Symbol),
            order.Side == "BUY" ? Side.Buy : Side.Sell,
            new Quantity(order.Lots * lotUnits),
            Status(order.State),
            order.Comment ?? "",
            Fill(order, id, now) is { } fill ? [fill] : []);
    }

    /// <summary>What an event about an order says; null for what the port has no word for.</summary>
    public IEnumerable<BrokerEvent> Tell(Mt4Event told)
    {
        if (told.Order is not { ClientOrderId: { } name } order) yield break;
        var id = Mt4Name.Read(name);
        if (order.State is "WORKING" or "FILLED") yield return new BrokerEvent.Accepted(id, told.At, $"{order.Ticket}");
        if (Fill(order, id, told.At) is { } fill) yield return fill;
        BrokerEvent? end = order.State switch
        {
            "CANCELLED" => new BrokerEvent.Canceled(id, told.At, order.Comment ?? ""),
            "REJECTED" => new BrokerEvent.Rejected(id, told.At, "mt4-rejected", order.Comment ?? ""),
            "EXPIRED" => new BrokerEvent.Expired(id, told.At, order.Comment ?? ""),
            _ => null,
        };
        if (end is not null) yield return end;
    }

    private BrokerEvent.Filled? Fill(Mt4Order order, ClientOrderId id, DateTimeOffset now) =>
        order is { FilledLots: > 0m, OpenPrice: { } price } && order.FilledLots == order.Lots
            ? new BrokerEvent.Filled(
                id,
                order.OpenTime ?? now,
                $"{order.Ticket}",
                new Quantity(order.FilledLots * lotUnits),
                price,
                new Money(order.Commission, commissionCurrency))
            : null;

    private static BrokerOrderStatus Status(string state) => state switch
    {
        "FILLED" => BrokerOrderStatus.Filled,
        "CANCELLED" => BrokerOrderStatus.Canceled,
        "REJECTED" => BrokerOrderStatus.Rejected,
        "EXPIRED" => BrokerOrderStatus.Expired,
        _ => BrokerOrderStatus.Working,
    };
}
