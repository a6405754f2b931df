using System.Collections.Immutable;
using Superintel.Kernel;
using Superintel.Risk.Trades;

namespace Superintel.Risk.Sizing;

/// <summary>A signal that wants to know how large it may be.</summary>
/// <param name="Direction">In [-1, 1]: above zero buy the spread (buy A, sell B).</param>
/// <param name="Confidence">In [0, 1].</param>
/// <param name="HedgeRatio">Notional of B per notional of A; below zero both legs go the same way.</param>
/// <param name="SpreadVolatility">Standard deviation of the spread's one-bar change, log units.</param>
/// <param name="ZScore">Spread in standard deviations from its mean.</param>
/// <param name="HalfLifeBars">Half-life of the spread's mean reversion, bars.</param>
/// <param name="PriceA">Close of A that the signal saw, quote currency.</param>
/// <param name="SignalAt">The bar the signal stands on.</param>
/// <param name="Preceding">Decisions of the same bar that were approved before this signal was asked about: they come first.</param>
public sealed record SizeRequest(
    string DecisionId,
    string PairId,
    TradeIntent Intent,
    double Direction,
    double Confidence,
    double HedgeRatio,
    double SpreadVolatility,
    double ZScore,
    double HalfLifeBars,
    decimal PriceA,
    decimal PriceB,
    DateTimeOffset SignalAt,
    ImmutableArray<DecisionId> Preceding);
