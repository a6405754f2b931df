using Superintel.Contracts.Events;
using Superintel.Kernel;
using Superintel.Risk.Breakers.Ports;
using Superintel.Risk.KillSwitch.Ports;

namespace Superintel.Risk.Breakers.ResetBreaker;

/// <summary>A senior looked and closes a breaker, with a reason. When it was this breaker that moved the kill switch and no other one is
/// open that far, trading is set free with it; a switch that a person moved stays where it is.</summary>
public sealed class ResetBreaker(IBreakers breakers, IKillSwitch killSwitch, RearmBreakers rearm, TimeProvider clock, IEvents events)
{
    public async ValueTask<ResetResult> Handle(string name, string reason, string by, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(reason)) return ResetResult.Refused("reason-required", "A breaker is reset for a reason: say which.");
        var all = await breakers.All(ct);
        if (all.FirstOrDefault(one => one.Name == name) is not { } breaker)
            return ResetResult.Refused("breaker-not-found", $"No breaker '{name}' ever opened.");
        if (!breaker.IsOpen) return ResetResult.Refused("breaker-closed", $"{name} is closed.");
        var now = clock.GetUtcNow();
        if (await rearm.One(breaker, reason.Trim(), by, now, ct) is not { } reset)
            return ResetResult.Refused("breaker-moved-meanwhile", $"{name} moved at the same time: look again.");
        var happened = new List<IEvent> { reset.ToContract() };
        var others = all.Any(one => one.Name != name && one.Tier >= BreakerTier.ReduceOnly);
        var current = await killSwitch.Current(ct);
        if (!others && current.By == $"breaker:{breaker.Kind.Name}" && current.State != TradingState.Active)
        {
            var free = current.Move(TradingState.Active, false, reason.Trim(), by, now);
            if (!await killSwitch.TrySave(free, ct))
                throw new InvalidOperationException("The kill switch was moved while a breaker was reset.");
            happened.Add(free.ToContract());
        }

        foreach (var one in happened) await events.Publish(one, ct);
        return new ResetResult(reset, null, "", [.. happened]);
    }
}
