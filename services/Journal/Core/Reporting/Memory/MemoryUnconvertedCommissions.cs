using Superintel.Journal.Reporting.Ports;

namespace Superintel.Journal.Reporting.Memory;

/// <summary>Unconverted commissions in memory.</summary>
public sealed class MemoryUnconvertedCommissions : IUnconvertedCommissions
{
    private readonly Dictionary<(string Decision, string Currency), UnconvertedCommission> sums = [];

    public Task Add(UnconvertedCommission paid, CancellationToken ct)
    {
        var known = sums.GetValueOrDefault((paid.DecisionId, paid.Currency));
        sums[(paid.DecisionId, paid.Currency)] = paid with { Amount = paid.Amount + (known?.Amount ?? 0m) };
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<UnconvertedCommission>> Of(IReadOnlyCollection<string> decisions, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<UnconvertedCommission>>(
        [
            .. sums.Values.Where(sum => decisions.Contains(sum.DecisionId))
                .OrderBy(sum => sum.DecisionId, StringComparer.Ordinal).ThenBy(sum => sum.Currency, StringComparer.Ordinal),
        ]);

    public Task<IReadOnlyList<UnconvertedCommission>> ByPair(CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<UnconvertedCommission>>(
        [
            .. sums.Values.GroupBy(sum => (sum.PairId, sum.Currency))
                .Select(pair => new UnconvertedCommission("", pair.Key.PairId, pair.Key.Currency, pair.Sum(sum => sum.Amount)))
                .OrderBy(sum => sum.PairId, StringComparer.Ordinal).ThenBy(sum => sum.Currency, StringComparer.Ordinal),
        ]);
}
