using Superintel.Execution.Execution.Pairs;
using Superintel.Kernel;

namespace Superintel.Execution.Execution.Ports;

/// <summary>Pair orders, one per clearance.</summary>
public interface IPairOrders
{
    ValueTask<PairOrder?> Find(ClearanceId clearance, CancellationToken ct);

    /// <summary>Those that are not over, by clearance.</summary>
    ValueTask<IReadOnlyList<PairOrder>> Open(CancellationToken ct);

    /// <summary>Stores a pair order, new or moved.</summary>
    ValueTask Save(PairOrder pair, CancellationToken ct);
}
