using Superintel.Kernel;
using Superintel.Risk.Clearances;
using Superintel.Risk.Clearances.Ports;
using Superintel.ServiceDefaults.Storage;

namespace Superintel.Risk.Service.Adapters.Verdicts.Postgres;

public sealed class PostgresReservations(DbSession session) : IReservations
{
    private const string Select = """
        SELECT clearance_id AS ClearanceId, decision_id AS DecisionId, pair_id AS PairId, intent, legs::text AS Legs,
            reserved_at AS ReservedAt
        FROM reservation
        """;

    public async ValueTask<IReadOnlyList<Reservation>> Open(CancellationToken ct)
    {
        var rows = await session.Rows<ReservationRow>($"{Select} ORDER BY clearance_id", null, ct);
        return [.. rows.Select(row => row.ToReservation())];
    }

    public async ValueTask<Reservation?> Find(string decisionId, CancellationToken ct) =>
        (await session.Row<ReservationRow>($"{Select} WHERE decision_id = @decisionId", new { decisionId }, ct))?.ToReservation();

    public async ValueTask Save(Reservation reservation, CancellationToken ct) => await session.Execute(
        """
        INSERT INTO reservation (clearance_id, decision_id, pair_id, intent, legs, reserved_at)
        VALUES (@ClearanceId, @DecisionId, @PairId, @Intent, @Legs::jsonb, @ReservedAt)
        ON CONFLICT (clearance_id) DO UPDATE SET legs = excluded.legs
        """,
        ReservationRow.Of(reservation),
        ct);

    public async ValueTask<bool> Remove(ClearanceId clearance, CancellationToken ct) =>
        await session.Execute("DELETE FROM reservation WHERE clearance_id = @id", new { id = clearance.Value }, ct) == 1;
}
