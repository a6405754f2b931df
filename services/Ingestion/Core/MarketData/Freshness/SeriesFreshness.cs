using Superintel.Kernel;

namespace Superintel.Ingestion.MarketData.Freshness;

/// <summary>When a series last had a good bar, and whether that is too long ago.</summary>
public sealed record SeriesFreshness(string Feed, InstrumentId Instrument, BarInterval Interval, DateTimeOffset LastBarAt, bool Stale);
