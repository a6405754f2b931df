using Superintel.Contracts.Events;
using Superintel.Kernel;
using Superintel.Risk.Breakers.Ports;
using Superintel.Risk.KillSwitch;
using Superintel.Risk.KillSwitch.Ports;
using Superintel.Risk.Limits;
using Superintel.Risk.Portfolio.Ports;

namespace Superintel.Risk.Breakers.WatchBreakers;

/// <summary>Opens every breaker whose reading is beyond its limit, and moves the kill switch as far as the furthest of them says.</summary>
public sealed class TripBreakers(
    IBreakers breakers, IKillSwitch killSwitch, IPortfolioMarks marks, ReadLimits limits, TimeProvider clock, IEvents events)
{
    public async ValueTask Handle(CancellationToken ct)
    {
        var (now, allowed) = (clock.GetUtcNow(), await limits.Now(ct));
        var known = (await breakers.All(ct)).ToDictionary(one => one.Name, StringComparer.Ordinal);
        Breaker? furthest = null;
        foreach (var (kind, scope, value) in BreakerReadings.Of(await marks.Last(ct), await breakers.Gauges(ct)))
        {
            var fresh = Breaker.New(kind, scope);
            var before = known.GetValueOrDefault(fresh.Name) ?? fresh;
            var limit = allowed.Values[kind.Name];
            var tier = BreakerLadder.TierOf(kind, value, limit, allowed);
            if (tier <= before.Tier) continue;
            var opened = before.Open(tier, value, limit, now);
            if (!await breakers.TrySave(opened, ct)) throw new InvalidOperationException($"{opened.Name} moved while it opened.");
            await events.Publish(opened.ToContract(), ct);
            if (furthest is null || opened.Tier > furthest.Tier) furthest = opened;
        }

        if (furthest is not null) await Move(furthest, now, ct);
    }

    private async ValueTask Move(Breaker opened, DateTimeOffset now, CancellationToken ct)
    {
        if (opened.Tier < BreakerTier.ReduceOnly) return;
        var current = await killSwitch.Current(ct);
        var (state, flatten) = (
            opened.Tier == BreakerTier.Stop ? TradingState.Halted : TradingState.ReduceOnly, opened.Tier >= BreakerTier.Flatten);
        // Never looser than a person or another breaker has set it, and never told twice.
        if (state < current.Target) (state, flatten) = (current.Target, flatten && current.State != TradingState.Halted);
        flatten = flatten || current.Flatten;
        if (current.Target == state && current.Flatten == flatten) return;
        var moved = current.Move(state, flatten, opened.Reason, $"breaker:{opened.Kind.Name}", now);
        if (!await killSwitch.TrySave(moved, ct)) throw new InvalidOperationException("The kill switch was moved while a breaker tripped.");
        await events.Publish(moved.ToContract(), ct);
    }
}
