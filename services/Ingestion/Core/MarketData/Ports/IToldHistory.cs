using Superintel.Kernel;

namespace Superintel.Ingestion.MarketData.Ports;

/// <summary>Up to where each feed has told its past, of each interval.</summary>
public interface IToldHistory
{
    /// <returns>Close of the last slice of the past that was told; null when none was.</returns>
    ValueTask<DateTimeOffset?> Last(string feed, BarInterval interval, CancellationToken ct);

    /// <summary>An earlier slice than the one known changes nothing.</summary>
    ValueTask Save(string feed, BarInterval interval, DateTimeOffset closedAt, CancellationToken ct);
}
