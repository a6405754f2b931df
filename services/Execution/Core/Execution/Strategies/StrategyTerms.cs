namespace Superintel.Execution.Execution.Strategies;

/// <summary>How a leg is worked.</summary>
/// <param name="Slices">TWAP: parts. Limit chase: limit orders at most, before the rest goes at the market.</param>
/// <param name="Every">From one part, or one price, to the next.</param>
/// <param name="JitterShare">TWAP: largest delay of a part as a share of <paramref name="Every"/>, 0 to below 1.</param>
/// <param name="Seed">Of the delays: the same seed delays the same part of the same order alike.</param>
/// <param name="OffsetBps">Limit chase: how much better than the last price the limit is, basis points.</param>
public sealed record StrategyTerms(
    StrategyKind Kind, int Slices, TimeSpan Every, decimal JitterShare, int Seed, decimal OffsetBps);
