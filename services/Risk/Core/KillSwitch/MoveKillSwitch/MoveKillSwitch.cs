using Superintel.Contracts.Events;
using Superintel.Kernel;
using Superintel.Risk.Breakers.Ports;
using Superintel.Risk.Breakers.ResetBreaker;
using Superintel.Risk.KillSwitch.Ports;
using Superintel.Risk.Portfolio.Ports;

namespace Superintel.Risk.KillSwitch.MoveKillSwitch;

/// <summary>Moves the kill switch. Flattening stops entries at once, clears the exits, and reaches the state asked for when nothing is
/// held.</summary>
public sealed class MoveKillSwitch(
    IKillSwitch killSwitch,
    IPortfolioMarks marks,
    IBreakers breakers,
    RearmBreakers rearm,
    FlattenBook flatten,
    TimeProvider clock,
    IEvents events)
{
    public async ValueTask<SwitchResult> Handle(SwitchRequest request, CancellationToken ct)
    {
        var current = await killSwitch.Current(ct);
        if (Refusal(request, current) is { } refusal) return refusal;
        var moved = current.Move(request.State, request.Flatten, request.Reason.Trim(), request.By, clock.GetUtcNow());
        if (!await killSwitch.TrySave(moved, ct))
            return SwitchResult.Refused("switch-moved-meanwhile", "Somebody else moved the kill switch at the same time: look again.");
        if (current.State != TradingState.Active && moved.State == TradingState.Active && await marks.Last(ct) is { } mark)
            await marks.Save(mark.Rearm(), ct);
        var happened = new List<IEvent> { moved.ToContract() };
        if (moved.State == TradingState.Active) happened.AddRange(await CloseBreakers(moved, ct));
        if (moved.Flatten) happened.AddRange(await flatten.Continue(null, ct));
        foreach (var one in happened) await events.Publish(one, ct);
        return new SwitchResult(await killSwitch.Current(ct), null, "", [.. happened]);
    }

    // Who sets the desk free has looked at what stopped it: breakers left open would stop it again without a word.
    private async ValueTask<IReadOnlyList<IEvent>> CloseBreakers(SwitchPosition moved, CancellationToken ct)
    {
        var closed = new List<IEvent>();
        foreach (var open in (await breakers.All(ct)).Where(one => one.IsOpen))
        {
            var at = moved.At ?? throw new InvalidOperationException("A move has a time.");
            var reset = await rearm.One(open, moved.Reason, moved.By, at, ct)
                ?? throw new InvalidOperationException($"{open.Name} moved while it was reset.");
            closed.Add(reset.ToContract());
        }

        return closed;
    }

    private static SwitchResult? Refusal(SwitchRequest request, SwitchPosition current)
    {
        if (string.IsNullOrWhiteSpace(request.Reason))
            return SwitchResult.Refused("reason-required", "The kill switch moves for a reason: say which.");
        if (request.Flatten && request.State == TradingState.Active)
            return SwitchResult.Refused("flatten-needs-stop", "Flatten goes with reduce-only or halted.");
        return current.LoosensTo(request.State, request.Flatten) && !request.MayLoosen
            ? SwitchResult.Refused("role-required", "Only a senior may let more through than before.")
            : null;
    }
}
