using Superintel.Kernel;
using Superintel.Risk.KillSwitch;

namespace Superintel.Risk.Service.Endpoints.KillSwitch;

/// <param name="State">While the desk is being flattened: reduce-only.</param>
/// <param name="Target">What follows when nothing is held any more.</param>
public sealed record KillSwitchView(
    TradingState State, bool Flatten, TradingState Target, string Reason, string By, DateTimeOffset? At, long Version)
{
    public static KillSwitchView Of(SwitchPosition position) => new(
        position.State, position.Flatten, position.Target, position.Reason, position.By, position.At, position.Version);
}
