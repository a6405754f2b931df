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
        var rows = await connection.QueryAsync<(string State, long Version, long LastHalted)>(new CommandDefinition(
            "SELECT state, version, last_halted FROM trading_control", transaction: session.Transaction, cancellationToken: ct));
        return rows.AsList() is [var row]
            ? new TradingControl(Enum.Parse<TradingState>(row.State), row.Version) { LastHalted = row.LastHalted }
            : TradingControl.Initial;
    }

    public async ValueTask Set(TradingControl control, CancellationToken ct)
    {
        const string sql = """
            INSERT INTO trading_control (state, version, last_halted) VALUES (@state, @version, @halted)
            ON CONFLICT (singleton) DO UPDATE SET
                state = excluded.state, version = excluded.version, last_halted = excluded.last_halted
            """;
        var connection = await session.Open(ct);
        var row = new { state = control.State.ToString(), version = control.Version, halted = control.LastHalted };
        await connection.ExecuteAsync(new CommandDefinition(sql, row, session.Transaction, cancellationToken: ct));
    }
}
