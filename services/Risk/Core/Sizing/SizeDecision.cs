using System.Collections.Immutable;
using Superintel.Contracts.Events.V1;
using Superintel.Kernel;
using Superintel.Risk.Reasons;
using Superintel.Risk.Trades;

namespace Superintel.Risk.Sizing;

/// <summary>Legs of definite size, or the reason why there are none; never both.</summary>
/// <param name="Notional">Sum of the legs' absolute values, base currency.</param>
/// <param name="Refusal">Null when the trade was sized.</param>
/// <param name="Measures">The numbers behind the size.</param>
public sealed record SizeDecision(ImmutableArray<TradeLeg> Legs, Money Notional, Reason? Refusal, ImmutableArray<RiskMeasure> Measures)
{
    public static SizeDecision Refused(ReasonCode code, string detail, params IEnumerable<RiskMeasure> measures) =>
        new([], default, new Reason(code, detail), [.. measures]);

    public static SizeDecision Sized(IEnumerable<TradeLeg> legs, Money notional, IEnumerable<RiskMeasure> measures) =>
        new([.. legs], notional, null, [.. measures]);
}
