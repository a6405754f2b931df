namespace Superintel.Prediction.Analytics.Research;

/// <summary>One tried rule.</summary>
public readonly record struct SweepOutcome(PairRule Rule, PairTotals Totals);
