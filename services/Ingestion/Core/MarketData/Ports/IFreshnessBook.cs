using Superintel.Ingestion.MarketData.Freshness;

namespace Superintel.Ingestion.MarketData.Ports;

/// <summary>How fresh each series is.</summary>
public interface IFreshnessBook
{
    /// <summary>Every series that ever had a good bar, by instrument, then interval.</summary>
    ValueTask<IReadOnlyList<SeriesFreshness>> Load(CancellationToken ct);

    /// <summary>Inserts or replaces by instrument and interval.</summary>
    ValueTask Save(IReadOnlyList<SeriesFreshness> changed, CancellationToken ct);
}
