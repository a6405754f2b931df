using Superintel.Ingestion.MarketData;
using Superintel.Kernel;

namespace Superintel.Ingestion.Service.Adapters.MarketData.Live;

/// <summary>What the feed brings.</summary>
internal abstract record LiveNews
{
    private LiveNews()
    {
    }

    /// <summary>Bars of the past: at the start, and those that a gap hid. Stored, and acted on by nobody.</summary>
    /// <param name="Candidates">By time, one instrument.</param>
    public sealed record Past(IReadOnlyList<BarCandidate> Candidates) : LiveNews;

    /// <summary>A slice that has just closed.</summary>
    public sealed record Closed(Slice Slice) : LiveNews;

    /// <summary>Nothing may be decided on the feed, or it may again: told at its start and at each change.</summary>
    /// <param name="Why">Kebab-case; null: it is to be believed, and what was missed meanwhile has been asked for.</param>
    public sealed record Doubted(string? Why) : LiveNews;

    /// <summary>Bars that could not be asked for; asked again with the next connection or bar.</summary>
    public sealed record Missing(InstrumentId Instrument, DateTimeOffset Since, string Reason) : LiveNews;
}
