namespace Superintel.Ingestion.MarketData.Gate;

/// <summary>When a move from one bar to the next is taken for an error. Moves are natural logarithms of price ratios, unsigned.</summary>
/// <param name="Always">A move beyond this fails whatever the history: ln 1.6 = 0.47 catches a slipped decimal and a doubled price.</param>
/// <param name="Unusual">A smaller move than this never fails.</param>
/// <param name="RobustZ">Between the two, a move fails when it is this many robust standard deviations from the median return.</param>
public sealed record JumpLimit(double Always, double Unusual, double RobustZ);
