namespace Superintel.Ingestion.MarketData.Import;

/// <summary>What became of an import.</summary>
/// <param name="Accepted">Bars stored by it.</param>
/// <param name="AlreadyStored">Bars that were there before, the same.</param>
/// <param name="Quarantined">Bars set aside by the data gate.</param>
/// <param name="Rejected">Rows refused: all of them, up to the limit of the list.</param>
/// <param name="RejectedCount">How many rows were refused.</param>
/// <param name="Repeated">The same file was imported before; nothing was done again.</param>
public sealed record ImportOutcome(
    int Accepted, int AlreadyStored, int Quarantined, IReadOnlyList<RowError> Rejected, int RejectedCount, bool Repeated)
{
    /// <summary>Nothing of the file was stored, because of its rows.</summary>
    public static ImportOutcome Refused(IReadOnlyList<RowError> errors, int count, ImportLimits limits) =>
        new(0, 0, 0, [.. errors.OrderBy(e => e.Row).Take(limits.MaximumErrors)], count, Repeated: false);
}
