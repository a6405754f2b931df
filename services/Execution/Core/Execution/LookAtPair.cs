using Superintel.Execution.Execution.Pairs;
using Superintel.Execution.Execution.Ports;
using Superintel.Kernel;

namespace Superintel.Execution.Execution;

/// <summary>Reads where a pair order stands now.</summary>
public sealed class LookAtPair(
    IPairOrders pairs, IOrderBook orders, ILegPlans plans, ITradingControl control, TimeProvider clock)
{
    /// <returns>Null: there is no such pair order.</returns>
    public async Task<PairSituation?> Handle(ClearanceId clearance, CancellationToken ct)
    {
        if (await pairs.Find(clearance, ct) is not { } pair) return null;
        var trading = (await control.Get(ct)).State;
        return PairSituation.Of(
            pair,
            await orders.Of(clearance, ct),
            await plans.Of(clearance, ct),
            trading,
            clock.GetUtcNow());
    }
}
