using System.Collections.Immutable;
using Superintel.Kernel;

namespace Superintel.Risk.Hedging;

/// <summary>Advice on today's book; what is not worth its cost is left out.</summary>
/// <param name="Cvar">Of one day at 95 %, fraction of net asset value.</param>
/// <param name="Advice">Most relief per cost first. Each is sized as if it were the only one.</param>
public sealed record HedgeReport(
    Currency Currency, decimal NetAssetValue, double Cvar, HedgeTerms Terms, ImmutableArray<HedgeAdvice> Advice);
