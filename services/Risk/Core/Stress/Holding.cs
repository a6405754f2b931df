using Superintel.Risk.Market;

namespace Superintel.Risk.Stress;

/// <summary>One instrument over all pairs and accounts, base currency.</summary>
/// <param name="Value">Signed.</param>
/// <param name="Gross">Position by position: what one pair hedges of another counts twice.</param>
public sealed record Holding(Instrument Instrument, decimal Value, decimal Gross)
{
    /// <summary>Signed, the part of the value that is not the desk's.</summary>
    public decimal External { get; init; }
}
