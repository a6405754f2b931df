using System.Collections.Immutable;
using Dapper;
using Superintel.Kernel;
using Superintel.Prediction.Discovery;
using Superintel.Prediction.Signals;
using Superintel.Prediction.Signals.Ports;
using Superintel.ServiceDefaults.Storage;

namespace Superintel.Prediction.Service.Adapters.Signals;

/// <summary>Stances in PostgreSQL: only those that are not idle have a row.</summary>
internal sealed class PostgresStances(DbSession session) : IStances
{
    private const string All = """
        SELECT pair_id AS "PairId", side, formation::text, opened_by AS "OpenedBy", changed_at AS "ChangedAt",
               bars_held AS "BarsHeld", cool_down_bars AS "CoolDownBars"
        FROM stance WHERE feed = @feed AND bar_interval = @interval
        """;

    private const string Forget = "DELETE FROM stance WHERE feed = @feed AND bar_interval = @interval AND pair_id = ANY(@pairs)";

    private const string Upsert = """
        INSERT INTO stance (feed, bar_interval, pair_id, side, formation, opened_by, changed_at, bars_held, cool_down_bars)
        VALUES (@feed, @interval, @pair, @side, @formation::jsonb, @openedBy, @changedAt, @barsHeld, @coolDownBars)
        ON CONFLICT (feed, bar_interval, pair_id) DO UPDATE SET side = excluded.side, formation = excluded.formation,
            opened_by = excluded.opened_by, changed_at = excluded.changed_at, bars_held = excluded.bars_held,
            cool_down_bars = excluded.cool_down_bars
        """;

    public async ValueTask<StanceBook> Load(string feed, BarInterval interval, CancellationToken ct)
    {
        var connection = await session.Open(ct);
        var rows = await connection.QueryAsync<StanceRow>(
            new CommandDefinition(All, new { feed, interval = interval.ToString() }, session.Transaction, cancellationToken: ct));
        return new StanceBook(rows.Select(row => Restore(feed, interval, row)).ToImmutableSortedDictionary(s => s.Pair, s => s));
    }

    public async ValueTask Save(string feed, BarInterval interval, IReadOnlyList<Stance> changed, CancellationToken ct)
    {
        if (changed.Count == 0) return;
        var connection = await session.Open(ct);
        var idle = changed.Where(stance => stance.IsIdle).Select(stance => stance.Pair.ToString()).ToArray();
        var kept = changed.Where(stance => !stance.IsIdle).Select(stance => Parameters(feed, interval, stance)).ToArray();
        var forget = new { feed, interval = interval.ToString(), pairs = idle };
        if (idle.Length > 0)
            await connection.ExecuteAsync(new CommandDefinition(Forget, forget, session.Transaction, cancellationToken: ct));
        if (kept.Length > 0)
            await connection.ExecuteAsync(new CommandDefinition(Upsert, kept, session.Transaction, cancellationToken: ct));
    }

    private static object Parameters(string feed, BarInterval interval, Stance stance) => new
    {
        feed,
        interval = interval.ToString(),
        pair = stance.Pair.ToString(),
        side = stance.Side.ToString().ToLowerInvariant(),
        formation = stance.Formation is null ? null : StoredJson.Write(stance.Formation),
        openedBy = stance.OpenedBy?.Value,
        changedAt = stance.ChangedAt,
        barsHeld = stance.BarsHeld,
        coolDownBars = stance.CoolDownBars,
    };

    private static Stance Restore(string feed, BarInterval interval, StanceRow row) => new(
        feed,
        interval,
        PairId.Parse(row.PairId),
        Enum.Parse<StanceSide>(row.Side, ignoreCase: true),
        row.Formation is null ? null : StoredJson.Read<PairFormation>(row.Formation),
        row.OpenedBy is null ? null : new DecisionId(row.OpenedBy),
        row.ChangedAt,
        row.BarsHeld,
        row.CoolDownBars);
}
