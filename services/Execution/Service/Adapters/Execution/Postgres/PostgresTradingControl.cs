using Dapper;
using Superintel.Execution.Execution.Control;
using Superintel.Execution.Execution.Ports;
using Superintel.Kernel;
using Superintel.ServiceDefaults.Storage;

namespace Superintel.Execution.Service.Adapters.Execution.Postgres;

internal sealed class PostgresTradingControl(DbSession session) : ITradingControl
{
    public async ValueTask<TradingControl> Get(CancellationToken ct)
    {
        var connection = await session.Open(ct);
        var rows = await connection.QueryAsync<(string State, long Version)>(
            new CommandDefinition("SELECT state, version FROM trading_control", transaction: session.Transaction, cancellationToken: ct));
        return rows.AsList() is [var row] ? new TradingControl(Enum.Parse<TradingState>(row.State), row.Version) : TradingControl.Initial;
    }

    public async ValueTask Set(TradingControl control, CancellationToken ct)
    {
        const string sql = """
            INSERT INTO trading_control (state, version) VALUES (@state, @version)
            ON CONFLICT (singleton) DO UPDATE SET state = excluded.state, version = excluded.version
            """;
        var connection = await session.Open(ct);
        await connection.ExecuteAsync(new CommandDefinition(
            sql, new { state = control.State.ToString(), version = control.Version }, session.Transaction, cancellationToken: ct));
    }
}
