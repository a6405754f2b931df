using System.Collections.Immutable;
using Dapper;
using Superintel.Kernel;
using Superintel.Prediction.Panel;
using Superintel.Prediction.Panel.Ports;
using Superintel.ServiceDefaults.Storage;

namespace Superintel.Prediction.Service.Adapters.Panel;

/// <summary>Panels as a time series in PostgreSQL: every slice stays stored, the newest are loaded.</summary>
internal sealed class PostgresClosePanels(DbSession session, ITimeSeries series, PanelOptions options) : IClosePanels
{
    private const string Newest = """
        SELECT closed_at, instrument_id, close FROM panel_close
        WHERE feed = @feed AND bar_interval = @interval AND closed_at >= (
            SELECT min(closed_at) FROM (
                SELECT DISTINCT closed_at FROM panel_close WHERE feed = @feed AND bar_interval = @interval
                ORDER BY closed_at DESC LIMIT @bars) AS newest)
        ORDER BY closed_at, instrument_id
        """;

    private const string Insert = """
        INSERT INTO panel_close (feed, bar_interval, closed_at, instrument_id, close)
        SELECT @feed, @interval, @at, t.instrument_id, t.close FROM unnest(@ids, @closes) AS t (instrument_id, close)
        ON CONFLICT DO NOTHING
        """;

    public async ValueTask<ClosePanel> Current(string feed, BarInterval interval, CancellationToken ct)
    {
        var connection = await session.Open(ct);
        var rows = await connection.QueryAsync<(DateTimeOffset At, string Id, decimal Close)>(new CommandDefinition(
            Newest, new { feed, interval = interval.ToString(), bars = options.Bars }, session.Transaction, cancellationToken: ct));
        return rows.GroupBy(row => row.At).Aggregate(
            ClosePanel.Empty(feed, interval, options.Bars),
            (panel, slice) => panel.Append(new PanelSlice(feed, interval, slice.Key, Closes(slice))));
    }

    public async ValueTask Save(ClosePanel panel, PanelSlice grown, CancellationToken ct)
    {
        await series.Cover("panel_close", grown.At, grown.At, ct);
        var connection = await session.Open(ct);
        var parameters = new
        {
            feed = grown.Feed,
            interval = grown.Interval.ToString(),
            at = grown.At,
            ids = grown.Closes.Select(close => close.Id.ToString()).ToArray(),
            closes = grown.Closes.Select(close => close.Close).ToArray(),
        };
        await connection.ExecuteAsync(new CommandDefinition(Insert, parameters, session.Transaction, cancellationToken: ct));
    }

    private static ImmutableArray<InstrumentClose> Closes(IEnumerable<(DateTimeOffset At, string Id, decimal Close)> rows) =>
        [.. rows.Select(row => new InstrumentClose(InstrumentId.Parse(row.Id), row.Close)).OrderBy(close => close.Id)];
}
