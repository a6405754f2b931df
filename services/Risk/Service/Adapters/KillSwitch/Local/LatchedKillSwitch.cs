using Superintel.Kernel;
using Superintel.Risk.KillSwitch;
using Superintel.Risk.KillSwitch.Ports;
using Superintel.Risk.Service.Adapters.KillSwitch.Postgres;

namespace Superintel.Risk.Service.Adapters.KillSwitch.Local;

/// <summary>The stored switch, halted while a local order is not in the store yet: what is judged in between sees it.</summary>
internal sealed class LatchedKillSwitch(PostgresKillSwitch stored, LocalSwitch local) : IKillSwitch
{
    public async ValueTask<SwitchPosition> Current(CancellationToken ct)
    {
        var position = await stored.Current(ct);
        return local.Pending is not { } order
            ? position
            : position with { State = TradingState.Halted, Target = TradingState.Halted, Reason = order.Reason, By = order.By };
    }

    public ValueTask<bool> TrySave(SwitchPosition position, CancellationToken ct) => stored.TrySave(position, ct);
}
