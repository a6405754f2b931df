namespace Superintel.Ingestion.MarketData;

/// <summary>A quarantined bar and its number in the order of arrival.</summary>
public sealed record QuarantineEntry(long Number, QuarantinedBar Bar);
