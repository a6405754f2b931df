namespace Superintel.Ingestion.MarketData.Recorded.Ports;

/// <summary>Where recorded files lie. The host opens them: Core does no I/O.</summary>
public interface IRecordedFiles
{
    /// <exception cref="RecordedDataException">There is no such file, or it cannot be read.</exception>
    TextReader Open(string name);
}
