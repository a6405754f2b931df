namespace Superintel.Ingestion.MarketData.Gate;

/// <summary>A bar follows the one before it and agrees with what is stored, with what other sources and shorter intervals say of the same
/// time.</summary>
public static class ConsistencyCheck
{
    public static IEnumerable<GateFailure> Check(BarCandidate bar, GateContext context)
    {
        if (context.Track.Last is { } last && bar.ClosedAt <= last.ClosedAt)
            yield return Inconsistent($"order: closes {bar.ClosedAt:O}, not after the last bar of {last.ClosedAt:O}");
        if (context.Stored is { } stored && !stored.SaysTheSame(bar))
            yield return Inconsistent($"stored: closes at {bar.Close}, the stored bar of that time at {stored.Close}");
        if (bar.Close is not > 0m) yield break;
        foreach (var other in context.OtherSources)
        {
            if (other.Close is > 0m && !Agree(bar.Close.Value, other.Close.Value, context.Limits))
                yield return Inconsistent($"sources: {bar.Source} closes at {bar.Close}, {other.Source} at {other.Close}");
        }
        if (Finer(bar, context) is { } disagreement) yield return Inconsistent(disagreement);
    }

    private static GateFailure Inconsistent(string detail) => new(GateCheck.Consistency, detail);

    private static string? Finer(BarCandidate bar, GateContext context)
    {
        if (context.FinerBars.Count == 0) return null;
        var last = context.FinerBars[^1];
        if (!Agree(bar.Close!.Value, last.Close, context.Limits))
            return $"intervals: closes at {bar.Close}, the last {last.Interval} bar inside at {last.Close}";
        var (high, low) = (context.FinerBars.Max(b => b.High), context.FinerBars.Min(b => b.Low));
        if (bar.CloseOnly) return null;
        if (bar.High < high && !Agree(bar.High.Value, high, context.Limits)) return $"intervals: high {bar.High} below {high} inside";
        return bar.Low > low && !Agree(bar.Low.Value, low, context.Limits) ? $"intervals: low {bar.Low} above {low} inside" : null;
    }

    private static bool Agree(decimal one, decimal other, GateLimits limits) =>
        one > 0m && other > 0m && Math.Abs(Math.Log((double)one) - Math.Log((double)other)) <= limits.SourceTolerance;
}
