using Superintel.Kernel;
using Superintel.Risk.Clearances.Ports;

namespace Superintel.Risk.Clearances.Memory;

public sealed class MemoryReservations : IReservations
{
    private readonly SortedDictionary<string, Reservation> open = new(StringComparer.Ordinal);

    public ValueTask<IReadOnlyList<Reservation>> Open(CancellationToken ct) => new([.. open.Values]);

    public ValueTask<Reservation?> Find(string decisionId, CancellationToken ct) =>
        new(open.GetValueOrDefault(ClearanceId.For(new DecisionId(decisionId)).Value));

    public ValueTask Save(Reservation reservation, CancellationToken ct)
    {
        open[reservation.Clearance.Value] = reservation;
        return ValueTask.CompletedTask;
    }

    public ValueTask<bool> Remove(ClearanceId clearance, CancellationToken ct) => new(open.Remove(clearance.Value));
}
