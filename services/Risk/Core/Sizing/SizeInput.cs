using Superintel.Kernel;
using Superintel.Risk.Clearances;
using Superintel.Risk.Exposure.External;
using Superintel.Risk.Limits;
using Superintel.Risk.Market;
using Superintel.Risk.Portfolio;

namespace Superintel.Risk.Sizing;

/// <summary>All that a size is a function of.</summary>
public sealed record SizeInput(
    SizeRequest Request,
    PairId Pair,
    PortfolioSnapshot Portfolio,
    IReadOnlyList<Reservation> Reservations,
    ExternalBook External,
    MarketSnapshot Market,
    RiskLimits Limits,
    RiskOptions Options)
{
    public IEnumerable<Position> Held => Portfolio.Open.Where(position => position.Key.PairId == Request.PairId);
}
