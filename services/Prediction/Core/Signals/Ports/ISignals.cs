using Superintel.Contracts.Events.V1;
using Superintel.Kernel;

namespace Superintel.Prediction.Signals.Ports;

/// <summary>Every signal ever given.</summary>
public interface ISignals
{
    /// <summary>Adds a signal; one with the same decision is left as it is.</summary>
    ValueTask Append(SignalGenerated signal, CancellationToken ct);

    ValueTask<SignalGenerated?> Find(DecisionId decision, CancellationToken ct);

    /// <summary>Newest first, of one pair or of all, after <paramref name="after"/> in that order.</summary>
    ValueTask<IReadOnlyList<SignalGenerated>> Latest(PairId? pair, SignalPosition? after, int limit, CancellationToken ct);
}
