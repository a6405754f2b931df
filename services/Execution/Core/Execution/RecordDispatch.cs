using Superintel.Execution.Execution.Orders;
using Superintel.Execution.Execution.Ports;

namespace Superintel.Execution.Execution;

/// <summary>Writes down what a call to a venue taught us.</summary>
public sealed class RecordDispatch(IOrderBook orders, ApplyBrokerEvent apply)
{
    public async Task Handle(Dispatch dispatch, DispatchResult result, CancellationToken ct)
    {
        var id = dispatch.Order.Intent.ClientOrderId;
        if (dispatch is Dispatch.Cancel && result.Reached && await orders.Find(id, ct) is { } order)
            await orders.Save(OrderMoves.MarkCancelSent(order), ct);
        foreach (var told in result.Events) await apply.Handle(told, ct);
    }
}
