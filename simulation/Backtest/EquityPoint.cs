namespace Superintel.Simulation.Backtest;

/// <summary>Net asset value after a slice, base currency.</summary>
public readonly record struct EquityPoint(DateTimeOffset At, decimal NetAssetValue);
