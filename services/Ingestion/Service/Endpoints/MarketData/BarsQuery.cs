namespace Superintel.Ingestion.Service.Endpoints.MarketData;

/// <summary>Which bars: ?instrumentId=&amp;interval=1d&amp;from=&amp;to=.</summary>
/// <param name="InstrumentId">Absent: all instruments.</param>
/// <param name="Interval">Default 1d.</param>
/// <param name="From">First close time, inclusive; absent: from the first bar.</param>
/// <param name="To">Last close time, exclusive; absent: to the last bar.</param>
internal sealed record BarsQuery(
    string? InstrumentId = null, string? Interval = null, DateTimeOffset? From = null, DateTimeOffset? To = null);
