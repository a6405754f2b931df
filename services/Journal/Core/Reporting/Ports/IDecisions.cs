namespace Superintel.Journal.Reporting.Ports;

/// <summary>All decisions in one line each.</summary>
public interface IDecisions
{
    Task<DecisionSummary?> Find(string decisionId, CancellationToken ct);

    Task Save(DecisionSummary decision, CancellationToken ct);

    /// <summary>Newest first by first event, then id.</summary>
    Task<IReadOnlyList<DecisionSummary>> Newest(DecisionStatus? status, DecisionPosition? after, int count, CancellationToken ct);

    /// <summary>Sums per pair and currency, largest profit first.</summary>
    Task<IReadOnlyList<PairPnl>> PnlByPair(CancellationToken ct);
}
