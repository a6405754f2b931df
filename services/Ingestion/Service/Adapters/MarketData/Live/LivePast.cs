using Superintel.Ingestion.MarketData;

namespace Superintel.Ingestion.Service.Adapters.MarketData.Live;

/// <summary>A venue's answer about the past.</summary>
/// <param name="Bars">All that the venue has from the asked time to now; the last may still be running. In any order.</param>
/// <param name="Until">What closed until then, by the venue's clock, is final.</param>
/// <param name="Failure">Null: answered. Otherwise why not, and the bars mean nothing.</param>
internal sealed record LivePast(IReadOnlyList<BarCandidate> Bars, DateTimeOffset Until, string? Failure = null)
{
    public static LivePast Failed(string why) => new([], DateTimeOffset.MinValue, why);

    /// <summary>Final bars, by time, each once.</summary>
    public IEnumerable<BarCandidate> Final() =>
        Bars.Where(bar => bar.ClosedAt <= Until).DistinctBy(bar => bar.ClosedAt).OrderBy(bar => bar.ClosedAt);
}
