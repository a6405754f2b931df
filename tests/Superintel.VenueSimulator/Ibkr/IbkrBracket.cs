using Superintel.Execution.Service.Adapters.Trading.Ibkr;
using Superintel.Execution.Trading;
using Superintel.Kernel;
using Superintel.Venue.Ibkr.Messages.Requests;
using Superintel.Venue.Ibkr.Session;
using Superintel.VenueSimulator.Conformance;
using TwsContract = Superintel.Venue.Ibkr.Messages.Contract;

namespace Superintel.VenueSimulator.Ibkr;

/// <summary>
/// Case 25: an entry with a take-profit and a stop-loss in one group. The port does not carry brackets (ADR 92); the client does, and what
/// it places the adapter tells of.
/// </summary>
internal static class IbkrBracket
{
    private const int CancelTheRest = 1;

    public static async Task<string> Of(IVenueDriver driver, TwsClient client, TwsContract contract, CancellationToken ct)
    {
        var entry = driver.Ticket(Side.Buy, OrderType.Market);
        // The one exit can trade at once, the other is far away.
        var profit = driver.Ticket(Side.Sell, OrderType.Limit, await driver.Price(-0.02m, ct));
        var loss = driver.Ticket(Side.Sell, OrderType.Stop) with { StopPrice = await driver.Price(-0.04m, ct) };
        var parent = client.OrderIds.Take();

        PlaceOrder Order(int id, OrderTicket ticket) => new(id, contract, IbkrTerms.Of(ticket, contract, driver.Profile.Account));
        PlaceOrder Exit(OrderTicket ticket)
        {
            var order = Order(client.OrderIds.Take(), ticket);
            return order with
            {
                Terms = order.Terms with { ParentId = parent, OcaGroup = entry.ClientOrderId.Value, OcaType = CancelTheRest },
            };
        }

        await client.Send(Order(parent, entry) with { Transmit = false }, ct);
        await client.Send(Exit(profit) with { Transmit = false }, ct);
        await client.Probe(ct);
        if (await Traded(driver, entry, ct) + await Traded(driver, profit, ct) > 0m)
            throw new CaseFailedException("It traded before its last order was there.");
        await client.Send(Exit(loss), ct);

        var bought = await driver.Until(entry, IsWhole, "filled", ct);
        var sold = await driver.Until(profit, IsWhole, "filled after its entry", ct);
        var ended = await driver.Until(loss, order => order.Status == BrokerOrderStatus.Canceled, "ended by the other exit", ct);
        if (ended.Fills.Count > 0) throw new CaseFailedException("Both exits traded.");
        if (sold.Fills.Min(fill => fill.At) < bought.Fills.Min(fill => fill.At))
            throw new CaseFailedException("An exit traded before its entry.");
        return $"bought {bought.Quantity}, sold by one exit, the other was canceled";
    }

    private static bool IsWhole(BrokerOrder order) => order.Status == BrokerOrderStatus.Filled && Sum(order) == order.Quantity.Value;

    private static async Task<decimal> Traded(IVenueDriver driver, OrderTicket ticket, CancellationToken ct) =>
        await driver.Broker.Query(ticket.Reference(), ct) is QueryOutcome.Found found ? Sum(found.Order) : 0m;

    private static decimal Sum(BrokerOrder order) => order.Fills.Sum(fill => fill.Quantity.Value);
}
