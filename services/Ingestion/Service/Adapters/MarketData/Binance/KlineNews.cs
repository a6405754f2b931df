using Superintel.Ingestion.MarketData;

namespace Superintel.Ingestion.Service.Adapters.MarketData.Binance;

/// <summary>What the feed brings.</summary>
internal abstract record KlineNews
{
    private KlineNews()
    {
    }

    /// <summary>Bars of the past: at the start, and those that a gap hid. Stored, and acted on by nobody.</summary>
    /// <param name="Candidates">By time, one instrument.</param>
    public sealed record Past(IReadOnlyList<BarCandidate> Candidates) : KlineNews;

    /// <summary>A slice that has just closed.</summary>
    public sealed record Closed(Slice Slice) : KlineNews;

    /// <summary>Bars that could not be asked for; asked again with the next connection or bar.</summary>
    public sealed record Missing(string Symbol, DateTimeOffset Since, string Reason) : KlineNews;
}
