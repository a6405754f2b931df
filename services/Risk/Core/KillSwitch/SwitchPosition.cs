using Superintel.Contracts.Events.V1;
using Superintel.Kernel;

namespace Superintel.Risk.KillSwitch;

/// <summary>Where the kill switch stands, and who put it there.</summary>
/// <param name="Flatten">All positions are being closed; only with a state that lets no entry through.</param>
/// <param name="By">The authenticated user, or breaker:&lt;name&gt;; empty before the first move.</param>
/// <param name="At">Null before the first move.</param>
/// <param name="Version">Counts the moves.</param>
public sealed record SwitchPosition(TradingState State, bool Flatten, string Reason, string By, DateTimeOffset? At, long Version)
{
    public static SwitchPosition Initial { get; } = new(TradingState.Active, false, "", "", null, 0);

    /// <exception cref="ArgumentException">Flatten while entries are let through.</exception>
    public SwitchPosition Move(TradingState state, bool flatten, string reason, string by, DateTimeOffset at) =>
        flatten && state == TradingState.Active
            ? throw new ArgumentException("A desk that is being flattened takes no entries.", nameof(flatten))
            : new SwitchPosition(state, flatten, reason, by, at, Version + 1);

    /// <summary>True when the move would let more through than this position does.</summary>
    public bool LoosensTo(TradingState state, bool flatten) => state < State || Flatten && !flatten;

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
