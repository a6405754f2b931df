using Dapper;
using Superintel.Execution.Execution.Ports;
using Superintel.Execution.Execution.Strategies;
using Superintel.Kernel;
using Superintel.ServiceDefaults.Storage;

namespace Superintel.Execution.Service.Adapters.Execution.Postgres;

internal sealed class PostgresLegPlans(DbSession session) : ILegPlans
{
    private const string Select = """
        SELECT clearance_id AS ClearanceId, leg, instrument_id AS InstrumentId, kind, slices, every, jitter_share AS JitterShare, seed,
            offset_bps AS OffsetBps, quantity, lot_size AS LotSize, tick_size AS TickSize, started_at AS StartedAt, price,
            replaced_through AS ReplacedThrough, confirmed_through AS ConfirmedThrough, ended
        FROM leg_plan
        """;

    private const string Upsert = """
        INSERT INTO leg_plan (clearance_id, leg, instrument_id, kind, slices, every, jitter_share, seed, offset_bps, quantity, lot_size,
            tick_size, started_at, price, replaced_through, confirmed_through, ended)
        VALUES (@ClearanceId, @Leg, @InstrumentId, @Kind, @Slices, @Every, @JitterShare, @Seed, @OffsetBps, @Quantity, @LotSize,
            @TickSize, @StartedAt, @Price, @ReplacedThrough, @ConfirmedThrough, @Ended)
        ON CONFLICT (clearance_id, leg) DO UPDATE SET
            price = excluded.price, replaced_through = excluded.replaced_through, confirmed_through = excluded.confirmed_through,
            ended = excluded.ended
        """;

    public async ValueTask<IReadOnlyList<LegPlan>> Of(ClearanceId clearance, CancellationToken ct) =>
        await Rows($"{Select} WHERE clearance_id = @id ORDER BY leg FOR UPDATE", new { id = clearance.Value }, ct);

    public async ValueTask<IReadOnlyList<LegPlan>> Open(CancellationToken ct) =>
        await Rows($"{Select} WHERE NOT ended ORDER BY clearance_id COLLATE \"C\", leg FOR UPDATE", new { }, ct);

    public async ValueTask Save(LegPlan plan, CancellationToken ct)
    {
        var connection = await session.Open(ct);
        await connection.ExecuteAsync(new CommandDefinition(Upsert, LegPlanRow.Of(plan), session.Transaction, cancellationToken: ct));
    }

    private async Task<List<LegPlan>> Rows(string sql, object parameters, CancellationToken ct)
    {
        var connection = await session.Open(ct);
        var query = new CommandDefinition(sql, parameters, session.Transaction, cancellationToken: ct);
        var rows = await connection.QueryAsync<LegPlanRow>(query);
        return [.. rows.Select(row => row.ToPlan())];
    }
}
