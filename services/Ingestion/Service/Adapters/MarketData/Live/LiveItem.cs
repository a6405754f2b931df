using Superintel.Ingestion.MarketData;

namespace Superintel.Ingestion.Service.Adapters.MarketData.Live;

/// <summary>What a venue's stream says.</summary>
internal abstract record LiveItem
{
    private LiveItem()
    {
    }

    /// <summary>A connection stands. What was said before it is missing: ask for it.</summary>
    public sealed record Connected : LiveItem;

    /// <summary>A bar that is final.</summary>
    public sealed record Closed(BarCandidate Bar) : LiveItem;

    /// <summary>Nothing is final, but time goes on: a slice that has waited long enough closes.</summary>
    public sealed record Pulse : LiveItem;
}
