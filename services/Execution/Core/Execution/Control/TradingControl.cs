using Superintel.Contracts.Events.V1;
using Superintel.Kernel;

namespace Superintel.Execution.Execution.Control;

/// <summary>What the desk may do, and which change of the kill switch said so.</summary>
public sealed record TradingControl(TradingState State, long Version)
{
    public static readonly TradingControl Initial = new(TradingState.Active, 0);

    /// <summary>The version of the newest change that said halted, this one or one before it; zero: none did.</summary>
    public long LastHalted { get; init; } = State == TradingState.Halted ? Version : 0;

    /// <summary>This change, behind what was heard before it.</summary>
    public TradingControl After(TradingControl before) => this with { LastHalted = Math.Max(LastHalted, before.LastHalted) };

    /// <exception cref="FormatException">A state other than active, reduce-only or halted.</exception>
    public static TradingControl From(TradingStateChanged changed) => new(
        changed.State switch
        {
            "active" => TradingState.Active,
            "reduce-only" => TradingState.ReduceOnly,
            "halted" => TradingState.Halted,
            _ => throw new FormatException($"'{changed.State}' is not a trading state: active, reduce-only or halted."),
        },
        changed.Version);
}
