using Superintel.Risk.Portfolio;
using Superintel.Risk.Sizing;

namespace Superintel.Risk.Breakers;

/// <summary>What every breaker measures at one moment.</summary>
public static class BreakerReadings
{
    /// <returns>Portfolio first, then venues by name.</returns>
    public static IEnumerable<(BreakerKind Kind, string Scope, double Value)> Of(PortfolioMark? mark, BreakerGauges gauges)
    {
        if (mark is not null)
        {
            yield return (BreakerKind.DailyLoss, "", NumberBridge.ToDouble(mark.BreakerDailyLoss));
            yield return (BreakerKind.Drawdown, "", NumberBridge.ToDouble(mark.BreakerDrawdown));
        }

        yield return (BreakerKind.LosingStreak, "", gauges.LosingStreak);
        foreach (var venue in gauges.Venues.Values)
        {
            yield return (BreakerKind.RejectRate, venue.Venue, venue.RejectRate);
            yield return (BreakerKind.Slippage, venue.Venue, venue.MeanSlippage);
        }
    }
}
