using Dapper;
using Superintel.Journal.Reporting;
using Superintel.Journal.Reporting.Ports;
using Superintel.ServiceDefaults.Storage;

namespace Superintel.Journal.Service.Adapters.Reporting.Postgres;

/// <summary>The equity curve in PostgreSQL.</summary>
public sealed class PostgresEquityCurve(DbSession session) : IEquityCurve
{
    private const string Columns = "at, currency, net_asset_value, cash, gross_exposure, drawdown";

    public async Task Add(EquityPoint point, CancellationToken ct)
    {
        var connection = await session.Open(ct);
        await connection.ExecuteAsync(new CommandDefinition(
            $"""
            INSERT INTO equity_point ({Columns}) VALUES (@At, @Currency, @NetAssetValue, @Cash, @GrossExposure, @Drawdown)
            ON CONFLICT (at) DO UPDATE SET currency = excluded.currency, net_asset_value = excluded.net_asset_value, cash = excluded.cash,
                gross_exposure = excluded.gross_exposure, drawdown = excluded.drawdown
            """,
            point, session.Transaction, cancellationToken: ct));
    }

    public async Task<IReadOnlyList<EquityPoint>> Last(int count, CancellationToken ct)
    {
        var connection = await session.Open(ct);
        return (await connection.QueryAsync<EquityPoint>(new CommandDefinition(
            $"SELECT * FROM (SELECT {Columns} FROM equity_point ORDER BY at DESC LIMIT @count) newest ORDER BY at",
            new { count }, session.Transaction, cancellationToken: ct))).AsList();
    }
}
