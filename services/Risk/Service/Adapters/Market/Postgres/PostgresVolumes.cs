using Npgsql;
using NpgsqlTypes;
using Superintel.Kernel;
using Superintel.Risk.Market;
using Superintel.Risk.Market.Ports;
using Superintel.ServiceDefaults.Storage;

namespace Superintel.Risk.Service.Adapters.Market.Postgres;

public sealed class PostgresVolumes(DbSession session) : IVolumes
{
    // One row is changed once per statement: parts of a day that come together are summed first.
    private const string RecordBars = """
        INSERT INTO daily_volume AS known (instrument_id, day, feed, minutes, volume)
        SELECT id, day, feed, minutes, CASE minutes WHEN 1440 THEN (array_agg(volume ORDER BY place DESC))[1] ELSE sum(volume) END
        FROM unnest($1, $2, $3, $4, $5) WITH ORDINALITY AS told (id, day, feed, minutes, volume, place)
        GROUP BY id, day, feed, minutes ORDER BY id, day, feed, minutes
        ON CONFLICT (instrument_id, day, feed, minutes) DO UPDATE
        SET volume = CASE known.minutes WHEN 1440 THEN excluded.volume ELSE known.volume + excluded.volume END
        """;

    private const string ReadDaily = """
        SELECT wanted.id, kept.volume
        FROM unnest($1) AS wanted (id)
        CROSS JOIN LATERAL (
            SELECT day, COALESCE(max(volume) FILTER (WHERE minutes = 1440), max(volume)) AS volume
            FROM daily_volume WHERE instrument_id = wanted.id AND day >= $2 AND day < $3
            GROUP BY day ORDER BY day DESC LIMIT $4) AS kept
        ORDER BY kept.day
        """;

    public async ValueTask Record(IReadOnlyList<BarVolume> bars, CancellationToken ct)
    {
        if (bars.Count == 0) return;
        var connection = await session.Open(ct);
        await using var command = new NpgsqlCommand(RecordBars, connection, session.Transaction);
        command.Parameters.Add(ArrayParameter.Of(bars.Select(bar => bar.Instrument.ToString()), NpgsqlDbType.Text));
        command.Parameters.Add(ArrayParameter.Of(bars.Select(bar => bar.Day), NpgsqlDbType.Date));
        command.Parameters.Add(ArrayParameter.Of(bars.Select(bar => bar.Feed), NpgsqlDbType.Text));
        command.Parameters.Add(ArrayParameter.Of(bars.Select(bar => (int)bar.Interval.Length.TotalMinutes), NpgsqlDbType.Integer));
        command.Parameters.Add(ArrayParameter.Of(bars.Select(bar => bar.Volume), NpgsqlDbType.Numeric));
        await command.ExecuteNonQueryAsync(ct);
    }

    public async ValueTask<IReadOnlyList<DailyVolumes>> Daily(
        IReadOnlyCollection<InstrumentId> ids, DateOnly from, DateOnly before, int days, CancellationToken ct)
    {
        var wanted = ids.Distinct().Order().ToArray();
        var byInstrument = wanted.ToDictionary(id => id.ToString(), _ => new List<decimal>(), StringComparer.Ordinal);
        var connection = await session.Open(ct);
        await using var command = new NpgsqlCommand(ReadDaily, connection, session.Transaction);
        command.Parameters.Add(ArrayParameter.Of(wanted.Select(id => id.ToString()), NpgsqlDbType.Text));
        command.Parameters.Add(new NpgsqlParameter { Value = from });
        command.Parameters.Add(new NpgsqlParameter { Value = before });
        command.Parameters.Add(new NpgsqlParameter { Value = days });
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct)) byInstrument[reader.GetString(0)].Add(reader.GetDecimal(1));
        return [.. wanted.Select(id => new DailyVolumes(id, byInstrument[id.ToString()]))];
    }
}
