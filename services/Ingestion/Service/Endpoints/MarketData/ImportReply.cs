using Superintel.Ingestion.MarketData.Import;

namespace Superintel.Ingestion.Service.Endpoints.MarketData;

/// <summary>What became of a CSV file.</summary>
/// <param name="Accepted">Bars stored.</param>
/// <param name="Quarantined">Bars set aside by the data gate.</param>
/// <param name="AlreadyStored">Bars that were there before, the same.</param>
/// <param name="RejectedCount">Rows refused, also those beyond the limit of the list.</param>
/// <param name="Repeated">The same file came before; nothing was done again.</param>
internal sealed record ImportReply(
    int Accepted, int Quarantined, int AlreadyStored, int RejectedCount, bool Repeated, IReadOnlyList<RowError> RejectedRows)
{
    public static ImportReply Of(ImportOutcome outcome) => new(
        outcome.Accepted, outcome.Quarantined, outcome.AlreadyStored, outcome.RejectedCount, outcome.Repeated, outcome.Rejected);
}
