using System.Collections.Immutable;
using Superintel.Contracts.Events.V1;
using Superintel.Kernel;
using Superintel.Risk.Reasons;
using Superintel.Risk.Trades;

namespace Superintel.Risk.Hedging.SizeHedge;

/// <summary>A hedge of definite size with its numbers, or why there is none; never both.</summary>
/// <param name="Leg">Null when refused.</param>
/// <param name="Notional">Absolute value, base currency.</param>
/// <param name="PricedAt">The bar that the size stands on.</param>
/// <param name="Reason">One sentence a person can read.</param>
/// <param name="Code">Why there is none; null when it was sized.</param>
public sealed record HedgeSizing(
    TradeLeg? Leg,
    Money Notional,
    DateTimeOffset PricedAt,
    string Reason,
    ImmutableArray<RiskMeasure> Measures,
    string? Code,
    string Detail)
{
    public static HedgeSizing Refused(string code, string detail) => new(null, default, default, "", [], code, detail);

    public static HedgeSizing Refused(ReasonCode code, string detail) => Refused(code.Code, detail);

    public static HedgeSizing Sized(
        TradeLeg leg, Money notional, DateTimeOffset pricedAt, string reason, IEnumerable<RiskMeasure> measures) =>
        new(leg, notional, pricedAt, reason, [.. measures], null, "");
}
