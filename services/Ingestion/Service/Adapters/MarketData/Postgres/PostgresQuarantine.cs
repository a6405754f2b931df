using Dapper;
using Superintel.Ingestion.MarketData;
using Superintel.Ingestion.MarketData.Ports;
using Superintel.Kernel;
using Superintel.ServiceDefaults.Storage;

namespace Superintel.Ingestion.Service.Adapters.MarketData.Postgres;

/// <summary>The quarantine in PostgreSQL.</summary>
internal sealed class PostgresQuarantine(DbSession session) : IQuarantine
{
    private const string Insert = """
        INSERT INTO quarantined_bar (source, instrument_id, bar_interval, closed_at, open, high, low, close, volume, close_only, unreadable,
            failures, consecutive_failures)
        VALUES (@Source, @InstrumentId, @BarInterval, @ClosedAt, @Open, @High, @Low, @Close, @Volume, @CloseOnly, @Unreadable,
            @Failures, @ConsecutiveFailures)
        """;

    private const string Latest = $"""
        SELECT {QuarantineRow.Columns} FROM quarantined_bar
        WHERE instrument_id = @instrument AND bar_interval = @interval AND closed_at < @before
        ORDER BY number DESC LIMIT 1
        """;

    private const string Between = $"""
        SELECT {QuarantineRow.Columns} FROM quarantined_bar
        WHERE instrument_id = @instrument AND bar_interval = @interval AND closed_at BETWEEN @from AND @to
        """;

    private const string Newest = $"""
        SELECT {QuarantineRow.Columns} FROM quarantined_bar
        WHERE (@instrument::text IS NULL OR instrument_id = @instrument) AND (@before::bigint IS NULL OR number < @before)
        ORDER BY number DESC LIMIT @limit
        """;

    public async ValueTask Add(IReadOnlyList<QuarantinedBar> bars, CancellationToken ct)
    {
        if (bars.Count == 0) return;
        var connection = await session.Open(ct);
        await connection.ExecuteAsync(
            new CommandDefinition(Insert, bars.Select(QuarantineRow.Of).ToList(), session.Transaction, cancellationToken: ct));
    }

    public async ValueTask<QuarantinedBar?> Last(InstrumentId instrument, BarInterval interval, DateTimeOffset before, CancellationToken ct)
    {
        var wanted = new { instrument = instrument.ToString(), interval = interval.ToString(), before };
        return (await Read(Latest, wanted, ct)).SingleOrDefault()?.Bar;
    }

    public async ValueTask<IReadOnlyList<BarCandidate>> Within(
        InstrumentId instrument, BarInterval interval, DateTimeOffset from, DateTimeOffset to, CancellationToken ct)
    {
        var wanted = new { instrument = instrument.ToString(), interval = interval.ToString(), from, to };
        return [.. (await Read(Between, wanted, ct)).Select(entry => entry.Bar.Candidate)];
    }

    public async ValueTask<IReadOnlyList<QuarantineEntry>> List(InstrumentId? instrument, long? before, int limit, CancellationToken ct) =>
        await Read(Newest, new { instrument = instrument?.ToString(), before, limit }, ct);

    private async Task<List<QuarantineEntry>> Read(string sql, object parameters, CancellationToken ct)
    {
        var connection = await session.Open(ct);
        var rows = await connection.QueryAsync<QuarantineRow>(
            new CommandDefinition(sql, parameters, session.Transaction, cancellationToken: ct));
        return [.. rows.Select(r => r.Entry())];
    }
}
