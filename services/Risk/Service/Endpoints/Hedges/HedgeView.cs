using Superintel.Risk.Hedging;

namespace Superintel.Risk.Service.Endpoints.Hedges;

/// <summary>One hedge. Amounts in the base currency, CVaR of one day at 95 % as a fraction of net asset value.</summary>
/// <param name="AdviceId">The same while the positions and the terms are: what a proposal names.</param>
/// <param name="Kind">inverse or put.</param>
/// <param name="Value">Signed; of a put the value of its underlying.</param>
internal sealed record HedgeView(
    string AdviceId,
    string InstrumentId,
    string Kind,
    decimal Value,
    double CvarBefore,
    double CvarAfter,
    double Relief,
    double CostPerDay,
    double? ReliefPerCost,
    decimal TotalCost,
    double? Strike)
{
    public static HedgeView Of(HedgeAdvice advice) => new(
        advice.Id,
        advice.Instrument.ToString(),
        advice.Kind.ToString().ToLowerInvariant(),
        advice.Value,
        advice.CvarBefore,
        advice.CvarAfter,
        advice.Relief,
        advice.CostPerDay,
        advice.ReliefPerCost,
        advice.TotalCost,
        advice.Strike);
}
