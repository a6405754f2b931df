using Microsoft.Extensions.DependencyInjection;
using Superintel.Execution.Execution.Control;
using Superintel.Execution.Execution.Orders;
using Superintel.Execution.Execution.Pairs;
using Superintel.Execution.Execution.Ports;
using Superintel.Execution.Trading;
using Superintel.Execution.Trading.Composite;
using Superintel.ServiceDefaults.Storage;
using static Superintel.Execution.Tests.Fakes.Given;

namespace Superintel.Execution.Tests.Fakes;

/// <summary>An order at a venue that is not there any more.</summary>
internal static class LostOrder
{
    /// <summary>Puts a pair of them into a running service's store.</summary>
    /// <param name="transactions">The service's.</param>
    /// <returns>The id of the first leg: it buys 100 KO.</returns>
    public static Task<string> Store(ITransactions transactions)
    {
        LegRoute Leg(string id) => new(Instrument.From(Listed(id)), new Route("ibkr", "DU1"));
        var (pair, orders) = PairOrder.From(
            Cleared(Decision(7), intent: "close"), [Leg(Ko), Leg(Pg)], new PlacementTerms(TimeInForce.Day, TimeSpan.FromDays(1)), Start);
        return transactions.RunExclusive(
            async (scope, ct) =>
            {
                await scope.GetRequiredService<IClearances>().Spend(pair.ClearanceId, pair.DecisionId, Start, ct);
                await scope.GetRequiredService<IPairOrders>().Save(pair, ct);
                foreach (var order in orders)
                {
                    var sent = OrderMoves.Send(order, Start).Order;
                    var lost = OrderMoves.Hear(sent, new BrokerEvent.OutcomeUnknown(order.Intent.ClientOrderId, Start, "gone")).Order;
                    await scope.GetRequiredService<IOrderBook>().Save(lost, ct);
                }
                return orders[0].Intent.ClientOrderId.Value;
            },
            default);
    }
}
