using Superintel.Risk.Portfolio;
using Superintel.Risk.Portfolio.Ports;
using Superintel.ServiceDefaults.Storage;

namespace Superintel.Risk.Service.Adapters.Portfolio.Postgres;

public sealed class PostgresPositions(DbSession session) : IPositions
{
    private const string Select = """
        SELECT pair_id AS PairId, instrument_id AS InstrumentId, currency, quantity, cost, realized_pnl AS RealizedPnl,
            opened_at AS OpenedAt, charged_until AS ChargedUntil
        FROM position
        """;

    public async ValueTask<Position?> Find(PositionKey key, CancellationToken ct) => (await session.Row<PositionRow>(
        $"{Select} WHERE pair_id = @pair AND instrument_id = @instrument",
        new { pair = key.PairId, instrument = key.Instrument.ToString() },
        ct))?.ToPosition();

    public async ValueTask<IReadOnlyList<Position>> Open(CancellationToken ct)
    {
        var rows = await session.Rows<PositionRow>($"{Select} WHERE quantity <> 0 ORDER BY pair_id, instrument_id", null, ct);
        return [.. rows.Select(row => row.ToPosition())];
    }

    public async ValueTask Save(Position position, CancellationToken ct) => await session.Execute(
        """
        INSERT INTO position (pair_id, instrument_id, currency, quantity, cost, realized_pnl, opened_at, charged_until)
        VALUES (@PairId, @InstrumentId, @Currency, @Quantity, @Cost, @RealizedPnl, @OpenedAt, @ChargedUntil)
        ON CONFLICT (pair_id, instrument_id) DO UPDATE SET
            quantity = excluded.quantity, cost = excluded.cost, realized_pnl = excluded.realized_pnl, opened_at = excluded.opened_at,
            charged_until = excluded.charged_until
        """,
        PositionRow.Of(position),
        ct);
}
