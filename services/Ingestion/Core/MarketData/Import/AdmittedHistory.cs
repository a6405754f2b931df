namespace Superintel.Ingestion.MarketData.Import;

/// <summary>What became of bars of the past.</summary>
/// <param name="Already">Were stored before, the same.</param>
/// <param name="Quarantined">How many failed, those that had failed before included.</param>
/// <param name="Refused">Those that failed for the first time.</param>
/// <param name="Bars">Those that were stored now.</param>
public sealed record AdmittedHistory(int Already, int Quarantined, IReadOnlyList<QuarantinedBar> Refused, IReadOnlyList<Bar> Bars)
{
    public int Stored => Bars.Count;
}
