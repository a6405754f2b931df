using Superintel.Risk.KillSwitch.Ports;

namespace Superintel.Risk.KillSwitch.Memory;

public sealed class MemoryKillSwitch : IKillSwitch
{
    private SwitchPosition current = SwitchPosition.Initial;

    public ValueTask<SwitchPosition> Current(CancellationToken ct) => new(current);

    public ValueTask<bool> TrySave(SwitchPosition position, CancellationToken ct)
    {
        if (position.Version != current.Version + 1) return new(false);
        current = position;
        return new(true);
    }
}
