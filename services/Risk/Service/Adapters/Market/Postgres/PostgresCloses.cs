using Npgsql;
using NpgsqlTypes;
using Superintel.Kernel;
using Superintel.Risk.Market;
using Superintel.Risk.Market.Ports;
using Superintel.ServiceDefaults.Storage;

namespace Superintel.Risk.Service.Adapters.Market.Postgres;

public sealed class PostgresCloses(DbSession session) : ICloses
{
    private const string RecordLast = """
        INSERT INTO last_close AS known (instrument_id, close, closed_at, interval)
        SELECT DISTINCT ON (id) id, close, closed_at, interval
        FROM unnest($1, $2, $3, $4) AS told (id, close, closed_at, interval) ORDER BY id, closed_at DESC
        ON CONFLICT (instrument_id) DO UPDATE SET close = excluded.close, closed_at = excluded.closed_at, interval = excluded.interval
        WHERE excluded.closed_at >= known.closed_at
        """;

    private const string RecordDaily = """
        INSERT INTO daily_close AS known (instrument_id, day, close, closed_at)
        SELECT DISTINCT ON (id, day) id, day, close, closed_at
        FROM unnest($1, $2, $3, $4) AS told (id, close, closed_at, day) ORDER BY id, day, closed_at DESC
        ON CONFLICT (instrument_id, day) DO UPDATE SET close = excluded.close, closed_at = excluded.closed_at
        WHERE excluded.closed_at >= known.closed_at
        """;

    private const string ReadDaily = """
        SELECT wanted.id, kept.day, kept.close
        FROM unnest($1) AS wanted (id)
        CROSS JOIN LATERAL (
            SELECT day, close FROM daily_close WHERE instrument_id = wanted.id ORDER BY day DESC LIMIT $2) AS kept
        ORDER BY kept.day
        """;

    public async ValueTask Record(IReadOnlyList<LastClose> closes, CancellationToken ct)
    {
        if (closes.Count == 0) return;
        var connection = await session.Open(ct);
        await using var batch = new NpgsqlBatch(connection, session.Transaction);
        batch.BatchCommands.Add(Command(RecordLast, closes, Texts(closes.Select(c => c.Interval.ToString()))));
        batch.BatchCommands.Add(Command(RecordDaily, closes, ArrayParameter.Of(closes.Select(c => c.Day), NpgsqlDbType.Date)));
        await batch.ExecuteNonQueryAsync(ct);
    }

    public async ValueTask Executed(IReadOnlyCollection<InstrumentId> ids, DateTimeOffset at, CancellationToken ct) =>
        await session.Execute(
            """
            UPDATE last_close SET executed_at = @at
            WHERE instrument_id = ANY(@told) AND (executed_at IS NULL OR executed_at < @at)
            """,
            new { told = ids.Select(id => id.ToString()).ToArray(), at },
            ct);

    public async ValueTask<IReadOnlyList<LastClose>> Last(IReadOnlyCollection<InstrumentId> ids, CancellationToken ct)
    {
        var wanted = ids.Select(id => id.ToString()).ToArray();
        var rows = await session.Rows<LastCloseRow>(
            """
            SELECT instrument_id AS Id, close, closed_at AS ClosedAt, interval, executed_at AS ExecutedAt FROM last_close
            WHERE instrument_id = ANY(@wanted) ORDER BY instrument_id
            """,
            new { wanted },
            ct);
        return [.. rows.Select(row => row.ToLastClose())];
    }

    public async ValueTask<IReadOnlyList<DailyCloses>> Daily(IReadOnlyCollection<InstrumentId> ids, int days, CancellationToken ct)
    {
        var wanted = ids.Distinct().Order().ToArray();
        var byInstrument = wanted.ToDictionary(id => id.ToString(), _ => new List<DailyClose>(), StringComparer.Ordinal);
        var connection = await session.Open(ct);
        await using var command = new NpgsqlCommand(ReadDaily, connection, session.Transaction);
        command.Parameters.Add(Texts(byInstrument.Keys));
        command.Parameters.Add(new NpgsqlParameter { Value = days });
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
            byInstrument[reader.GetString(0)].Add(new DailyClose(reader.GetFieldValue<DateOnly>(1), reader.GetDecimal(2)));
        return [.. wanted.Select(id => new DailyCloses(id, byInstrument[id.ToString()]))];
    }

    private static NpgsqlBatchCommand Command(string sql, IReadOnlyList<LastClose> closes, NpgsqlParameter last)
    {
        var command = new NpgsqlBatchCommand(sql);
        command.Parameters.Add(Texts(closes.Select(c => c.Instrument.ToString())));
        command.Parameters.Add(ArrayParameter.Of(closes.Select(c => c.Close), NpgsqlDbType.Numeric));
        command.Parameters.Add(ArrayParameter.Of(closes.Select(c => c.At.UtcDateTime), NpgsqlDbType.TimestampTz));
        command.Parameters.Add(last);
        return command;
    }

    private static NpgsqlParameter Texts(IEnumerable<string> values) => ArrayParameter.Of(values, NpgsqlDbType.Text);
}
