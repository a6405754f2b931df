using Superintel.Journal.Reporting.Ports;

namespace Superintel.Journal.Reporting.Memory;

/// <summary>Decisions in memory.</summary>
public sealed class MemoryDecisions : IDecisions
{
    private readonly SortedDictionary<string, DecisionSummary> decisions = new(StringComparer.Ordinal);

    public Task<DecisionSummary?> Find(string decisionId, CancellationToken ct) => Task.FromResult(decisions.GetValueOrDefault(decisionId));

    public Task Save(DecisionSummary decision, CancellationToken ct)
    {
        decisions[decision.DecisionId] = decision;
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<DecisionSummary>> Newest(DecisionStatus? status, DecisionPosition? after, int count, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<DecisionSummary>>(
        [
            .. decisions.Values
                .Where(decision => status is null || decision.Status == status)
                .OrderByDescending(decision => decision.FirstAt).ThenByDescending(decision => decision.DecisionId, StringComparer.Ordinal)
                .Where(decision => after is null || IsAfter(decision, after))
                .Take(count),
        ]);

    public Task<IReadOnlyList<PairPnl>> PnlByPair(CancellationToken ct) => Task.FromResult<IReadOnlyList<PairPnl>>(
    [
        .. decisions.Values.Where(decision => decision.Fills > 0)
            .GroupBy(decision => (decision.PairId, decision.Currency))
            .Select(pair => new PairPnl(pair.Key.PairId, pair.Key.Currency, pair.Sum(d => d.Pnl), pair.Count(), pair.Sum(d => d.Fills)))
            .OrderByDescending(pair => pair.Pnl).ThenBy(pair => pair.PairId, StringComparer.Ordinal),
    ]);

    private static bool IsAfter(DecisionSummary decision, DecisionPosition after) =>
        decision.FirstAt < after.FirstAt
        || (decision.FirstAt == after.FirstAt && string.CompareOrdinal(decision.DecisionId, after.DecisionId) < 0);
}
