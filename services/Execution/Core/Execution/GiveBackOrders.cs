using System.Collections.Immutable;
using Superintel.Execution.Execution.Orders;
using Superintel.Execution.Execution.Ports;
using Superintel.Kernel;

namespace Superintel.Execution.Execution;

/// <summary>
/// Takes back what was taken up and provably never called: no byte of it has left, so it is stored as it was before, and leaves again like
/// any other. Only who took it up knows that; of what a process that died had taken up nobody does.
/// </summary>
public sealed class GiveBackOrders(IOrderBook orders, AdvancePair advance, PairsAside aside, TimeProvider clock)
{
    private const string Cause = "It was taken up and never called; nothing left.";

    /// <returns>Those of which there is no more to give back.</returns>
    public async Task<ImmutableArray<ClientOrderId>> Handle(IEnumerable<ClientOrderId> uncalled, CancellationToken ct)
    {
        var given = ImmutableArray.CreateBuilder<ClientOrderId>();
        foreach (var id in uncalled.OrderBy(id => id.Value, StringComparer.Ordinal))
        {
            // Taken up may not have been stored; or somebody who asked for it knows more by now.
            if (await orders.Find(id, ct) is not { State: OrderState.Submitted } order
                || await aside.Tend(order.Intent.ClearanceId, () => GiveBack(order, ct))) given.Add(id);
        }
        return given.ToImmutable();
    }

    private async Task GiveBack(Order order, CancellationToken ct)
    {
        await orders.Save(OrderMoves.GiveBack(order, Cause, clock.GetUtcNow()), ct);
        await advance.Handle(order.Intent.ClearanceId, ct);
    }
}
