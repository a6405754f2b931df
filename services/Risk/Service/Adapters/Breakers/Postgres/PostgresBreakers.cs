using System.Collections.Immutable;
using Superintel.Risk.Breakers;
using Superintel.Risk.Breakers.Ports;
using Superintel.ServiceDefaults.Storage;

namespace Superintel.Risk.Service.Adapters.Breakers.Postgres;

public sealed class PostgresBreakers(DbSession session) : IBreakers
{
    public async ValueTask<IReadOnlyList<Breaker>> All(CancellationToken ct)
    {
        var rows = await session.Rows<BreakerRow>(
            """
            SELECT name, kind, scope, tier, value, limit_value AS LimitValue, reason, moved_by AS MovedBy, moved_at AS MovedAt, version
            FROM breaker ORDER BY name
            """,
            null,
            ct);
        return [.. rows.Select(row => row.ToBreaker())];
    }

    public async ValueTask<bool> TrySave(Breaker breaker, CancellationToken ct) => await session.Execute(
        """
        INSERT INTO breaker AS known (name, kind, scope, tier, value, limit_value, reason, moved_by, moved_at, version)
        SELECT @Name, @Kind, @Scope, @Tier, @Value, @LimitValue, @Reason, @MovedBy, @MovedAt, @Version
        WHERE @Version = 1 OR EXISTS (SELECT FROM breaker WHERE name = @Name)
        ON CONFLICT (name) DO UPDATE SET
            tier = excluded.tier, value = excluded.value, limit_value = excluded.limit_value, reason = excluded.reason,
            moved_by = excluded.moved_by, moved_at = excluded.moved_at, version = excluded.version
        WHERE known.version = excluded.version - 1
        """,
        BreakerRow.Of(breaker),
        ct) == 1;

    public async ValueTask<BreakerGauges> Gauges(CancellationToken ct)
    {
        var row = await session.Row<GaugeRow>(
            "SELECT losing_streak AS LosingStreak, realized::text AS Realized, venues::text AS Venues FROM breaker_gauge", null, ct);
        return row is null
            ? BreakerGauges.Empty
            : new BreakerGauges(
                row.LosingStreak,
                StoredJson.Read<GaugeRow.PairResult>(row.Realized)
                    .ToImmutableSortedDictionary(one => one.PairId, one => one.Realized, StringComparer.Ordinal),
                StoredJson.Read<VenueGauge>(row.Venues)
                    .ToImmutableSortedDictionary(one => one.Venue, one => one, StringComparer.Ordinal));
    }

    public async ValueTask Save(BreakerGauges gauges, CancellationToken ct) => await session.Execute(
        """
        INSERT INTO breaker_gauge (losing_streak, realized, venues) VALUES (@LosingStreak, @Realized::jsonb, @Venues::jsonb)
        ON CONFLICT (one_row) DO UPDATE SET
            losing_streak = excluded.losing_streak, realized = excluded.realized, venues = excluded.venues
        """,
        new GaugeRow
        {
            LosingStreak = gauges.LosingStreak,
            Realized = StoredJson.Write<GaugeRow.PairResult>(
                [.. gauges.Realized.Select(one => new GaugeRow.PairResult(one.Key, one.Value))]),
            Venues = StoredJson.Write<VenueGauge>([.. gauges.Venues.Values]),
        },
        ct);
}
