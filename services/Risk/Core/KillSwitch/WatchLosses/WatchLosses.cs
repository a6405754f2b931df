using Superintel.Contracts.Events;
using Superintel.Contracts.Events.V1;
using Superintel.Kernel;
using Superintel.Risk.KillSwitch.Ports;
using Superintel.Risk.Limits;
using Superintel.Risk.Portfolio.Ports;
using Superintel.Risk.Sizing;

namespace Superintel.Risk.KillSwitch.WatchLosses;

/// <summary>The breakers: a daily loss or a drawdown beyond its limit turns the desk to reduce-only, until a senior sets it free.</summary>
public sealed class WatchLosses(IKillSwitch killSwitch, IPortfolioMarks marks, ReadLimits limits, TimeProvider clock, IEvents events)
    : IHandle<BarClosed>
{
    public async Task Handle(BarClosed happened, CancellationToken ct)
    {
        if (await marks.Last(ct) is not { } mark || mark.At != happened.OccurredAt) return;
        var current = await killSwitch.Current(ct);
        if (current.State != TradingState.Active) return;
        var now = await limits.Now(ct);
        var breakers = new (string Name, double Loss, double Limit)[]
        {
            (LimitCatalogue.DailyLoss, NumberBridge.ToDouble(mark.BreakerDailyLoss), now.DailyLoss),
            (LimitCatalogue.Drawdown, NumberBridge.ToDouble(mark.BreakerDrawdown), now.Drawdown),
        };
        foreach (var (name, loss, limit) in breakers)
        {
            if (loss <= limit) continue;
            var reason = $"{name} {loss:P2} is beyond its limit of {limit:P2}.";
            var moved = current.Move(TradingState.ReduceOnly, false, reason, $"breaker:{name}", clock.GetUtcNow());
            if (!await killSwitch.TrySave(moved, ct))
                throw new InvalidOperationException("The kill switch was moved while a breaker tripped.");
            await events.Publish(moved.ToContract(), ct);
            return;
        }
    }
}
