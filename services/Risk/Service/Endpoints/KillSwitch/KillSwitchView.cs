using Superintel.Kernel;
using Superintel.Risk.KillSwitch;
using Superintel.Risk.KillSwitch.ReadFlatten;

namespace Superintel.Risk.Service.Endpoints.KillSwitch;

/// <param name="State">While the desk is being flattened: reduce-only.</param>
/// <param name="Target">What follows when nothing is held any more.</param>
/// <param name="Held">What a desk that is being flattened still holds; else empty.</param>
public sealed record KillSwitchView(
    TradingState State, bool Flatten, TradingState Target, string Reason, string By, DateTimeOffset? At, long Version,
    IReadOnlyList<FlattenView> Held)
{
    public static KillSwitchView Of(SwitchPosition position, IReadOnlyList<FlattenProgress> held) => new(
        position.State, position.Flatten, position.Target, position.Reason, position.By, position.At, position.Version,
        [.. held.Select(FlattenView.Of)]);
}
