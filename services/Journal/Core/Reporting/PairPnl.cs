namespace Superintel.Journal.Reporting;

/// <summary>What a pair earned: realised, less commissions.</summary>
/// <param name="Decisions">Decisions that were filled.</param>
public sealed record PairPnl(string PairId, string Currency, decimal Pnl, int Decisions, int Fills);
