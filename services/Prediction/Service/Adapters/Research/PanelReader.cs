using Dapper;
using Superintel.Prediction.Research.Input;
using Superintel.ServiceDefaults.Storage;

namespace Superintel.Prediction.Service.Adapters.Research;

/// <summary>Closes of the stored panel as aligned series. Nothing is filled in: a hole is named.</summary>
internal sealed class PanelReader(DbSession session, ResearchOptions limits)
{
    private const string Best = """
        SELECT feed, bar_interval FROM panel_close
        WHERE (@feed::text IS NULL OR feed = @feed) AND (@interval::text IS NULL OR bar_interval = @interval)
          AND (@all OR instrument_id = ANY(@ids))
        GROUP BY feed, bar_interval
        ORDER BY CASE WHEN @all THEN 0 ELSE count(DISTINCT instrument_id) END DESC, max(closed_at) DESC, feed, bar_interval LIMIT 1
        """;

    private const string Span = """
        FROM panel_close WHERE feed = @feed AND bar_interval = @interval AND (@all OR instrument_id = ANY(@ids))
          AND (@from::timestamptz IS NULL OR closed_at >= @from) AND (@before::timestamptz IS NULL OR closed_at < @before)
        """;

    /// <param name="names">Instruments wanted, in order; none for all without holes.</param>
    /// <exception cref="InputFaultException">No such instrument, a hole, or too many values.</exception>
    public async Task<ReadSeries> Read(IReadOnlyList<string> names, SeriesRequest request, CancellationToken ct)
    {
        var connection = await session.Open(ct);
        var (ids, all) = (names.ToArray(), names.Count == 0);
        var panel = await connection.QuerySingleOrDefaultAsync<(string Feed, string Interval)?>(
            Command(Best, new { feed = request.Feed, interval = request.Interval, ids, all }, ct));
        if (panel is not var (feed, interval))
            throw new InputFaultException("unknown-instrument", ids.FirstOrDefault(), null, "the panel has no closes of it");
        var span = new { feed, interval, ids, all, from = At(request.From), before = At(request.To?.AddDays(1)) };
        var counts = (await connection.QueryAsync<(string Id, long Rows)>(
            Command($"SELECT instrument_id, count(*) {Span} GROUP BY instrument_id", span, ct)))
            .OrderBy(count => count.Id, StringComparer.Ordinal).ToArray();
        if (ids.FirstOrDefault(id => !counts.Any(count => count.Id == id)) is { } unknown)
            throw new InputFaultException("unknown-instrument", unknown, null, $"the panel {feed} {interval} has none of it in the span");
        if (counts.Sum(count => count.Rows) > limits.MostValues)
            throw new InputFaultException("too-many-values", null, null, $"a request takes {limits.MostValues} values at most");
        var closes = await connection.QueryAsync<(DateTimeOffset At, string Id, decimal Close)>(
            Command($"SELECT closed_at, instrument_id, close {Span} ORDER BY closed_at", span, ct));
        string[] columns = all ? [.. counts.Select(count => count.Id)] : ids;
        var grid = PanelGrid.Of(columns, closes);
        return all
            ? new ReadSeries(grid.Complete(), feed, interval, grid.WithHoles())
            : new ReadSeries(grid.Whole(), feed, interval, []);
    }

    private CommandDefinition Command(string sql, object parameters, CancellationToken ct) =>
        new(sql, parameters, session.Transaction, cancellationToken: ct);

    private static DateTimeOffset? At(DateOnly? day) => day is { } date
        ? new DateTimeOffset(date.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero)
        : null;
}
