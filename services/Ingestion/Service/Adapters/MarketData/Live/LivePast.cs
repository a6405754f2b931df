using Superintel.Ingestion.MarketData;

namespace Superintel.Ingestion.Service.Adapters.MarketData.Live;

/// <summary>A venue's answer about the past.</summary>
/// <param name="Bars">All that the venue has from the asked time to now; the last may still be running. In any order.</param>
/// <param name="Failure">Null: answered. Otherwise why not, and the bars mean nothing.</param>
internal sealed record LivePast(IReadOnlyList<BarCandidate> Bars, string? Failure = null)
{
    public static LivePast Failed(string why) => new([], why);
}
