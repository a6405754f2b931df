using Superintel.Kernel;
using Superintel.Risk.Trades;
using Superintel.Risk.Verdicts.Ports;

namespace Superintel.Risk.Verdicts.Memory;

public sealed class MemoryVerdicts : IVerdicts
{
    private readonly Dictionary<string, RiskVerdict> verdicts = new(StringComparer.Ordinal);
    private readonly SortedList<DateTimeOffset, int> clearedEntries = [];

    public ValueTask<RiskVerdict?> Find(DecisionId decision, CancellationToken ct) => new(verdicts.GetValueOrDefault(decision.Value));

    public ValueTask<bool> TryAdd(RiskVerdict verdict, CancellationToken ct)
    {
        if (!verdicts.TryAdd(verdict.Decision.Value, verdict)) return new(false);
        if (verdict is { Cleared: true, Intent: TradeIntent.Open })
            clearedEntries[verdict.At] = clearedEntries.GetValueOrDefault(verdict.At) + 1;
        return new(true);
    }

    public ValueTask<int> CountClearedEntries(DateTimeOffset since, CancellationToken ct)
    {
        var count = 0;
        for (var i = clearedEntries.Count - 1; i >= 0 && clearedEntries.Keys[i] > since; i--) count += clearedEntries.Values[i];
        return new(count);
    }

    public ValueTask<IReadOnlyList<RiskVerdict>> Page(VerdictPlace? after, int limit, CancellationToken ct) => new(
    [
        .. verdicts.Values
            .Where(v => after is not { } place || v.At < place.At
                || v.At == place.At && string.CompareOrdinal(v.Decision.Value, place.DecisionId) > 0)
            .OrderByDescending(v => v.At)
            .ThenBy(v => v.Decision.Value, StringComparer.Ordinal)
            .Take(limit),
    ]);
}
