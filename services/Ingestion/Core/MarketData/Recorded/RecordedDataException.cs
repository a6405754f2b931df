namespace Superintel.Ingestion.MarketData.Recorded;

/// <summary>A recorded file does not say what it should. The service does not start on data it cannot read.</summary>
public sealed class RecordedDataException(string message) : Exception(message);
