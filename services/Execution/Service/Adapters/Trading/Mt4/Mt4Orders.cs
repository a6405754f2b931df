using Superintel.Execution.Trading;
using Superintel.Execution.Trading.Symbols;
using Superintel.Kernel;
using Superintel.Venue.Mt4.Messages;

namespace Superintel.Execution.Service.Adapters.Trading.Mt4;

/// <summary>
/// The bridge's orders in the words of the port. An order that meets open tickets of the other side has an execution for each that it
/// closes, and one for the ticket that it opens.
/// </summary>
internal sealed class Mt4Orders(string account, VenueSymbols names, Currency commissionCurrency, decimal lotUnits)
{
    public BrokerOrder Read(Mt4Order order, DateTimeOffset now)
    {
        var id = Mt4Name.Read(order.ClientOrderId ?? $"mt4-{order.Ticket}");
        return new BrokerOrder(
            Mt4Options.VenueName,
            account,
            id,
            Number(order),
            names.InstrumentOf(order.Symbol),
            order.Side == "BUY" ? Side.Buy : Side.Sell,
            new Quantity(order.Lots * lotUnits),
            Status(order),
            order.Comment ?? "",
            [.. Fills(order, id, now)]);
    }

    /// <summary>What an event about an order says; null for what the port has no word for.</summary>
    public IEnumerable<BrokerEvent> Tell(Mt4Event told)
    {
        if (told.Order is not { ClientOrderId: { } name } order) yield break;
        var id = Mt4Name.Read(name);
        var fills = Fills(order, id, told.At).ToArray();
        if (order.State is "WORKING" or "FILLED" || fills.Length > 0) yield return new BrokerEvent.Accepted(id, told.At, Number(order));
        foreach (var fill in fills) yield return fill;
        BrokerEvent? end = order.State switch
        {
            "FILLED" when order.FilledLots < order.Lots => new BrokerEvent.Canceled(id, told.At, "The broker filled a part of it."),
            "CANCELLED" => new BrokerEvent.Canceled(id, told.At, order.Comment ?? ""),
            "REJECTED" => new BrokerEvent.Rejected(id, told.At, "mt4-rejected", order.Comment ?? ""),
            "EXPIRED" => new BrokerEvent.Expired(id, told.At, order.Comment ?? ""),
            _ => null,
        };
        if (end is not null) yield return end;
    }

    private IEnumerable<BrokerEvent.Filled> Fills(Mt4Order order, ClientOrderId id, DateTimeOffset now) =>
        order.Executions is { Count: > 0 } executions
            ? executions.Select(one => Fill(
                id, one.At, one.Kind == "CLOSE" ? $"close-{one.Ticket}" : $"{one.Ticket}", one.Lots, one.Price, one.Commission))
            : order is { FilledLots: > 0m, OpenPrice: { } price }
                ? [Fill(id, order.OpenTime ?? now, $"{order.Ticket}", order.FilledLots, price, order.Commission)]
                : [];

    private BrokerEvent.Filled Fill(
        ClientOrderId id, DateTimeOffset at, string executionId, decimal lots, decimal price, decimal commission) =>
        new(id, at, executionId, new Quantity(lots * lotUnits), price, new Money(commission, commissionCurrency));

    // One that only closed, or could not open any more, has no ticket of its own.
    internal static string Number(Mt4Order order) => $"{order.Ticket ?? order.Executions?[0].Ticket}";

    private static BrokerOrderStatus Status(Mt4Order order) => order.State switch
    {
        "FILLED" when order.FilledLots < order.Lots => BrokerOrderStatus.Canceled,
        "FILLED" => BrokerOrderStatus.Filled,
        "CANCELLED" => BrokerOrderStatus.Canceled,
        "REJECTED" => BrokerOrderStatus.Rejected,
        "EXPIRED" => BrokerOrderStatus.Expired,
        _ => BrokerOrderStatus.Working,
    };
}
