using Superintel.Contracts.Events.V1;
using Superintel.Kernel;
using Superintel.Prediction.Signals.Ports;

namespace Superintel.Prediction.Signals.Memory;

/// <summary>Signals in memory.</summary>
public sealed class MemorySignals : ISignals
{
    private readonly Dictionary<string, SignalGenerated> signals = [];

    public ValueTask Append(SignalGenerated signal, CancellationToken ct)
    {
        signals.TryAdd(signal.DecisionId, signal);
        return ValueTask.CompletedTask;
    }

    public ValueTask<SignalGenerated?> Find(DecisionId decision, CancellationToken ct) =>
        ValueTask.FromResult(signals.GetValueOrDefault(decision.Value));

    public ValueTask<IReadOnlyList<SignalGenerated>> Latest(PairId? pair, SignalPosition? after, int limit, CancellationToken ct)
    {
        var of = pair?.ToString();
        IReadOnlyList<SignalGenerated> found =
        [
            .. signals.Values
                .Where(signal => of is null || signal.PairId == of)
                .Where(signal => after is not { } place || place.Precedes(signal.OccurredAt, signal.DecisionId))
                .OrderByDescending(signal => signal.OccurredAt)
                .ThenBy(signal => signal.DecisionId, StringComparer.Ordinal)
                .Take(limit),
        ];
        return ValueTask.FromResult(found);
    }
}
