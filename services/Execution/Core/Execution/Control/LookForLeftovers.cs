using System.Collections.Immutable;
using Superintel.Execution.Execution.Orders;
using Superintel.Execution.Execution.Ports;
using Superintel.Kernel;

namespace Superintel.Execution.Execution.Control;

/// <summary>What of ours may still trade on a halted desk.</summary>
public sealed class LookForLeftovers(ITradingControl control, IOrderBook orders, IExternalOrders externals)
{
    private static readonly IReadOnlyCollection<OrderState> Out =
        [OrderState.Submitted, OrderState.Accepted, OrderState.PartiallyFilled, OrderState.PendingCancel, OrderState.Unknown];

    /// <returns>For a person, by order; null: the desk is not halted.</returns>
    public async Task<ImmutableArray<string>?> Handle(CancellationToken ct)
    {
        if ((await control.Get(ct)).State != TradingState.Halted) return null;
        var left = ImmutableArray.CreateBuilder<string>();
        foreach (var order in await orders.In(Out, ct)) left.Add(Word(order, $"{order.State}"));
        // Over for us, and their venue works them all the same.
        foreach (var external in await externals.Working(ct))
            if (await orders.Find(external.Name, ct) is { } stray && stray.Intent.Venue == external.Venue) left.Add(Word(stray, "stray"));
        return left.ToImmutable();
    }

    private static string Word(Order order, string state) =>
        $"{order.Intent.ClientOrderId} {order.Intent.Instrument} at {order.Intent.Venue}: {state}";
}
