namespace Superintel.Ingestion.ReferenceData;

/// <summary>An instrument and where a recorded file has its prices.</summary>
/// <param name="File">File name in the data folder.</param>
/// <param name="Column">Header of the series' column in it.</param>
public sealed record ListedSeries(Instrument Instrument, string File, string Column);
