using Superintel.Contracts.Events.V1;
using Superintel.Kernel;

namespace Superintel.Risk.KillSwitch;

/// <summary>Where the kill switch stands, and who put it there.</summary>
/// <param name="State">While the desk is being flattened: reduce-only, since a halted desk would stop its own exits.</param>
/// <param name="Flatten">All positions are being closed.</param>
/// <param name="Target">The state that follows when nothing is held any more; the state itself when nothing is being flattened.</param>
/// <param name="By">The authenticated user, or breaker:&lt;name&gt;; empty before the first move.</param>
/// <param name="At">Null before the first move.</param>
/// <param name="Version">Counts the moves.</param>
public sealed record SwitchPosition(
    TradingState State, bool Flatten, TradingState Target, string Reason, string By, DateTimeOffset? At, long Version)
{
    public static SwitchPosition Initial { get; } = new(TradingState.Active, false, TradingState.Active, "", "", null, 0);

    /// <exception cref="ArgumentException">Flatten while entries are let through.</exception>
    public SwitchPosition Move(TradingState state, bool flatten, string reason, string by, DateTimeOffset at)
    {
        if (!flatten) return new SwitchPosition(state, false, state, reason, by, at, Version + 1);
        return state == TradingState.Active
            ? throw new ArgumentException("A desk that is being flattened takes no entries.", nameof(flatten))
            : new SwitchPosition(TradingState.ReduceOnly, true, state, reason, by, at, Version + 1);
    }

    /// <summary>Nothing is held any more: the state that was asked for.</summary>
    /// <exception cref="InvalidOperationException">The desk is not being flattened.</exception>
    public SwitchPosition Flattened(DateTimeOffset at) => Flatten
        ? this with { State = Target, Flatten = false, At = at, Version = Version + 1 }
        : throw new InvalidOperationException("The desk is not being flattened.");

    /// <summary>True when the move would let more through than this position does.</summary>
    public bool LoosensTo(TradingState state, bool flatten) => state < Target || Flatten && !flatten;

    public TradingStateChanged ToContract() => new(
        Code(State), Flatten, Reason, By, Version, At ?? throw new InvalidOperationException("The switch was never moved."));

    public static string Code(TradingState state) => state switch
    {
        TradingState.Active => "active",
        TradingState.ReduceOnly => "reduce-only",
        TradingState.Halted => "halted",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };
}
