using Superintel.Kernel;

namespace Superintel.Prediction.Signals.Ports;

/// <summary>Closes that were refused and have not been asked for again, at most one per pair.</summary>
public interface IRefusedExits
{
    /// <summary>Those of an interval, ordered by pair.</summary>
    ValueTask<IReadOnlyList<RefusedExit>> Waiting(BarInterval interval, CancellationToken ct);

    /// <summary>Adds one; takes the place of an older one of the pair.</summary>
    ValueTask Save(RefusedExit exit, CancellationToken ct);

    ValueTask Remove(PairId pair, CancellationToken ct);
}
