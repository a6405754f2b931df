using Superintel.Kernel;
using Superintel.Risk.KillSwitch;

namespace Superintel.Risk.Service.Endpoints.KillSwitch;

/// <param name="Stored">False: the store is gone; the halt is on disk and in force, and becomes a move of the switch when it
/// returns.</param>
/// <param name="Delivered">Execution has confirmed it; false when it waits for the bus.</param>
public sealed record KillSwitchMoved(
    TradingState State, bool Flatten, TradingState Target, string Reason, string By, DateTimeOffset? At, long Version, bool Delivered,
    bool Stored = true)
{
    public static KillSwitchMoved Of(SwitchPosition position, bool delivered) => new(
        position.State, position.Flatten, position.Target, position.Reason, position.By, position.At, position.Version, delivered);
}
