using Superintel.Kernel;
using Superintel.Risk.Restricted;
using Superintel.Risk.Restricted.Ports;
using Superintel.ServiceDefaults.Storage;

namespace Superintel.Risk.Service.Adapters.Restricted.Postgres;

public sealed class PostgresRestrictedList(DbSession session) : IRestrictedList
{
    public async ValueTask<IReadOnlyList<RestrictedInstrument>> All(CancellationToken ct)
    {
        var rows = await session.Rows<(string Id, string Reason, string By, DateTimeOffset At)>(
            "SELECT instrument_id, reason, restricted_by, restricted_at FROM restricted ORDER BY instrument_id", null, ct);
        return [.. rows.Select(row => new RestrictedInstrument(InstrumentId.Parse(row.Id), row.Reason, row.By, row.At))];
    }

    public async ValueTask<bool> TryAdd(RestrictedInstrument entry, CancellationToken ct) => await session.Execute(
        """
        INSERT INTO restricted (instrument_id, reason, restricted_by, restricted_at) VALUES (@id, @Reason, @By, @At)
        ON CONFLICT DO NOTHING
        """,
        new { id = entry.Instrument.ToString(), entry.Reason, entry.By, entry.At },
        ct) == 1;

    public async ValueTask<bool> TryRemove(InstrumentId instrument, CancellationToken ct) =>
        await session.Execute("DELETE FROM restricted WHERE instrument_id = @id", new { id = instrument.ToString() }, ct) == 1;
}
