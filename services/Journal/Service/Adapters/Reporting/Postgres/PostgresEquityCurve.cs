using Dapper;
using Superintel.Journal.Reporting;
using Superintel.Journal.Reporting.Ports;
using Superintel.ServiceDefaults.Storage;

namespace Superintel.Journal.Service.Adapters.Reporting.Postgres;

/// <summary>The equity curve in PostgreSQL. What is added is written with the commit, or when the curve is read before.</summary>
public sealed class PostgresEquityCurve(DbSession session) : IEquityCurve
{
    private const string Columns = "at, currency, net_asset_value, cash, gross_exposure, drawdown";

    // One per time: the last one said.
    private readonly SortedDictionary<DateTimeOffset, EquityPoint> waiting = [];
    private bool isAnnounced;

    public Task Add(EquityPoint point, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(point);
        waiting[point.At] = point;
        if (isAnnounced) return Task.CompletedTask;
        session.BeforeCommit((_, inner) => Write(inner));
        isAnnounced = true;
        return Task.CompletedTask;
    }

    public async Task<IReadOnlyList<EquityPoint>> Last(int count, CancellationToken ct)
    {
        await Write(ct);
        var connection = await session.Open(ct);
        return (await connection.QueryAsync<EquityPoint>(new CommandDefinition(
            $"SELECT * FROM (SELECT {Columns} FROM equity_point ORDER BY at DESC LIMIT @count) newest ORDER BY at",
            new { count }, session.Transaction, cancellationToken: ct))).AsList();
    }

    private async Task Write(CancellationToken ct)
    {
        if (waiting.Count == 0) return;
        var points = waiting.Values;
        var connection = await session.Open(ct);
        await connection.ExecuteAsync(new CommandDefinition(
            $"""
            INSERT INTO equity_point ({Columns})
            SELECT * FROM unnest(@at, @currency, @netAssetValue, @cash, @grossExposure, @drawdown)
            ON CONFLICT (at) DO UPDATE SET currency = excluded.currency, net_asset_value = excluded.net_asset_value, cash = excluded.cash,
                gross_exposure = excluded.gross_exposure, drawdown = excluded.drawdown
            """,
            new
            {
                at = points.Select(point => point.At.UtcDateTime).ToArray(),
                currency = points.Select(point => point.Currency).ToArray(),
                netAssetValue = points.Select(point => point.NetAssetValue).ToArray(),
                cash = points.Select(point => point.Cash).ToArray(),
                grossExposure = points.Select(point => point.GrossExposure).ToArray(),
                drawdown = points.Select(point => point.Drawdown).ToArray(),
            },
            session.Transaction, cancellationToken: ct));
        waiting.Clear();
    }
}
