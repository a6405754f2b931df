using Superintel.Kernel;

namespace Superintel.Risk.Clearances.Ports;

/// <summary>Exposure of cleared orders that are not over.</summary>
public interface IReservations
{
    /// <summary>All of them, ordered by clearance.</summary>
    ValueTask<IReadOnlyList<Reservation>> Open(CancellationToken ct);

    ValueTask<Reservation?> Find(string decisionId, CancellationToken ct);

    ValueTask Save(Reservation reservation, CancellationToken ct);

    /// <returns>False when there was none.</returns>
    ValueTask<bool> Remove(ClearanceId clearance, CancellationToken ct);
}
