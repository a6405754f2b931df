using Dapper;
using Npgsql;
using NpgsqlTypes;
using Superintel.Ingestion.MarketData;
using Superintel.Ingestion.MarketData.Ports;
using Superintel.Kernel;
using Superintel.ServiceDefaults.Storage;

namespace Superintel.Ingestion.Service.Adapters.MarketData.Postgres;

/// <summary>Bars in a time-series table, written by binary COPY.</summary>
internal sealed class PostgresBars(DbSession session, ITimeSeries series) : IBars
{
    private const string Copy =
        "COPY bar (instrument_id, bar_interval, closed_at, open, high, low, close, volume, close_only) FROM STDIN (FORMAT BINARY)";

    private const string Latest = $"""
        SELECT {BarRow.Columns} FROM bar
        WHERE instrument_id = @instrument AND bar_interval = @interval AND closed_at < @before
        ORDER BY closed_at DESC LIMIT @count
        """;

    private const string Between = $"""
        SELECT {BarRow.Columns} FROM bar
        WHERE bar_interval = @interval AND closed_at >= @from AND closed_at < @to
          AND (@all OR instrument_id = ANY(@instruments))
          AND (@after::timestamptz IS NULL OR (closed_at, instrument_id) > (@after, @afterInstrument))
        ORDER BY closed_at, instrument_id LIMIT @limit
        """;

    public async ValueTask Append(IReadOnlyList<Bar> bars, CancellationToken ct)
    {
        if (bars.Count == 0) return;
        await series.Cover("bar", bars.Min(b => b.ClosedAt), bars.Max(b => b.ClosedAt), ct);
        var connection = await session.Open(ct);
        try
        {
            await using var writer = await connection.BeginBinaryImportAsync(Copy, ct);
            foreach (var bar in bars) await Write(writer, bar, ct);
            await writer.CompleteAsync(ct);
        }
        catch (PostgresException repeated) when (repeated.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            throw new InvalidOperationException($"A bar is already stored: {repeated.Detail}", repeated);
        }
    }

    public async ValueTask<IReadOnlyList<Bar>> Last(
        InstrumentId instrument, BarInterval interval, DateTimeOffset before, int count, CancellationToken ct)
    {
        var rows = await Read(
            Latest, new { instrument = instrument.ToString(), interval = interval.ToString(), before, count }, ct);
        rows.Reverse();
        return rows;
    }

    public async ValueTask<IReadOnlyList<Bar>> Range(BarQuery query, CancellationToken ct)
    {
        var wanted = new
        {
            interval = query.Interval.ToString(),
            // The key's own bound, so that a page far inside does not walk over the ones before it.
            from = query.After is { } after && after.ClosedAt > query.From ? after.ClosedAt : query.From,
            to = query.To,
            all = query.Instruments.Count == 0,
            instruments = query.Instruments.Select(i => i.ToString()).ToArray(),
            after = query.After?.ClosedAt,
            afterInstrument = query.After?.Instrument.ToString(),
            limit = query.Limit,
        };
        return await Read(Between, wanted, ct);
    }

    private async Task<List<Bar>> Read(string sql, object parameters, CancellationToken ct)
    {
        var connection = await session.Open(ct);
        var rows = await connection.QueryAsync<BarRow>(
            new CommandDefinition(sql, parameters, session.Transaction, flags: CommandFlags.Buffered, cancellationToken: ct));
        return [.. rows.Select(r => r.Bar())];
    }

    private static async Task Write(NpgsqlBinaryImporter writer, Bar bar, CancellationToken ct)
    {
        await writer.StartRowAsync(ct);
        await writer.WriteAsync(bar.Instrument.ToString(), NpgsqlDbType.Text, ct);
        await writer.WriteAsync(bar.Interval.ToString(), NpgsqlDbType.Text, ct);
        await writer.WriteAsync(bar.ClosedAt.UtcDateTime, NpgsqlDbType.TimestampTz, ct);
        await writer.WriteAsync(bar.Open, NpgsqlDbType.Numeric, ct);
        await writer.WriteAsync(bar.High, NpgsqlDbType.Numeric, ct);
        await writer.WriteAsync(bar.Low, NpgsqlDbType.Numeric, ct);
        await writer.WriteAsync(bar.Close, NpgsqlDbType.Numeric, ct);
        if (bar.Volume is { } volume) await writer.WriteAsync(volume, NpgsqlDbType.Numeric, ct);
        else await writer.WriteNullAsync(ct);
        await writer.WriteAsync(bar.CloseOnly, NpgsqlDbType.Boolean, ct);
    }
}
