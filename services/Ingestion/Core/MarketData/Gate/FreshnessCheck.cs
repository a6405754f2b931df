namespace Superintel.Ingestion.MarketData.Gate;

/// <summary>A bar that should be acted on may not come long after it closed.</summary>
public static class FreshnessCheck
{
    public static IEnumerable<GateFailure> Check(BarCandidate bar, GateContext context)
    {
        if (context.Arrival != Arrival.Current) yield break;
        var latest = bar.ClosedAt + bar.Interval.Length * context.Limits.LatestIntervals;
        if (context.Now > latest) yield return new(GateCheck.Freshness, $"late: closed {bar.ClosedAt:O}, came {context.Now:O}");
    }
}
