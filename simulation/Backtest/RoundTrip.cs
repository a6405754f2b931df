namespace Superintel.Simulation.Backtest;

/// <summary>A pair position from its first fill until both legs are flat again.</summary>
/// <param name="Pnl">Realised, after commissions, sum over the legs in their quote currency.</param>
public sealed record RoundTrip(string PairId, DateTimeOffset OpenedAt, DateTimeOffset ClosedAt, decimal Pnl, decimal Commission, int Fills);
