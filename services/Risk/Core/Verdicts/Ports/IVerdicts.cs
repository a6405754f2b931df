using Superintel.Kernel;

namespace Superintel.Risk.Verdicts.Ports;

/// <summary>Every verdict, one per decision.</summary>
public interface IVerdicts
{
    ValueTask<RiskVerdict?> Find(DecisionId decision, CancellationToken ct);

    /// <returns>False when the decision has a verdict already; the first one stands.</returns>
    ValueTask<bool> TryAdd(RiskVerdict verdict, CancellationToken ct);

    /// <summary>Entries cleared after <paramref name="since"/>.</summary>
    ValueTask<int> CountClearedEntries(DateTimeOffset since, CancellationToken ct);

    /// <summary>Newest first, ties by decision; those after the given place.</summary>
    ValueTask<IReadOnlyList<RiskVerdict>> Page(VerdictPlace? after, int limit, CancellationToken ct);
}
