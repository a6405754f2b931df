using Superintel.Risk.Market;

namespace Superintel.Risk.Stress;

/// <summary>One instrument over all pairs, base currency.</summary>
/// <param name="Value">Signed.</param>
/// <param name="Gross">Pair by pair: what one pair hedges of another counts twice.</param>
public sealed record Holding(Instrument Instrument, decimal Value, decimal Gross);
