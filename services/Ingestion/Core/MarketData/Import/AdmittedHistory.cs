namespace Superintel.Ingestion.MarketData.Import;

/// <summary>What became of bars of the past.</summary>
/// <param name="Already">Were stored before, the same.</param>
public sealed record AdmittedHistory(int Stored, int Already, int Quarantined);
