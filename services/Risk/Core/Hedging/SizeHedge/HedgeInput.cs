using Superintel.Kernel;
using Superintel.Risk.Clearances;
using Superintel.Risk.Exposure.External;
using Superintel.Risk.Limits;
using Superintel.Risk.Market;
using Superintel.Risk.Portfolio;
using Superintel.Risk.Stress.GatherBook;

namespace Superintel.Risk.Hedging.SizeHedge;

/// <summary>All that the size of a hedge is a function of.</summary>
/// <param name="Instrument">That is wanted or held.</param>
/// <param name="Last">Its newest close.</param>
internal sealed record HedgeInput(
    HedgeQuestion Question,
    Instrument Instrument,
    LastClose Last,
    DateTimeOffset Now,
    PortfolioSnapshot Portfolio,
    IReadOnlyList<Reservation> Reservations,
    ExternalBook External,
    MarketSnapshot Market,
    GatheredBook Gathered,
    RiskLimits Limits,
    RiskOptions Options)
{
    /// <summary>What is held as this hedge; null when nothing is.</summary>
    public Position? Held { get; } = Portfolio.Open.FirstOrDefault(one =>
        one.Key.PairId == PairId.Hedge(Question.Instrument).ToString());
}
