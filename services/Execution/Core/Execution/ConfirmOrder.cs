using Superintel.Execution.Execution.Orders;
using Superintel.Execution.Execution.Ports;
using Superintel.Execution.Trading;
using Superintel.Execution.Trading.Ports;

namespace Superintel.Execution.Execution;

/// <summary>Asks the venue for the full record of an order that is over and takes over the fills that were not told yet.</summary>
public sealed class ConfirmOrder(IBroker broker, IOrderBook orders, ApplyBrokerEvent apply, TimeProvider clock)
{
    /// <returns>False: the venue does not say so yet.</returns>
    public async Task<bool> Handle(Order order, CancellationToken ct)
    {
        QueryOutcome answer;
        try
        {
            answer = await broker.Query(order.Reference, ct);
        }
        catch (BrokerUnavailableException)
        {
            return false; // asked again at the next look; until then the rest waits
        }
        foreach (var told in VenueAnswer.AsEvents(order, answer, clock.GetUtcNow())) await apply.Handle(told, ct);
        var isOver = answer is QueryOutcome.NotPlaced or QueryOutcome.Over
            or QueryOutcome.Found { Order.Status: not BrokerOrderStatus.Working };
        if (!isOver) return false;
        if (await orders.Find(order.Intent.ClientOrderId, ct) is { IsSettled: false } over && over.State.IsOver())
            await orders.Save(OrderMoves.Confirm(over), ct);
        return true;
    }
}
