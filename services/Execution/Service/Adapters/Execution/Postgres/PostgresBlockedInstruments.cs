using Dapper;
using Superintel.Execution.Execution.Control;
using Superintel.Execution.Execution.Ports;
using Superintel.Kernel;
using Superintel.ServiceDefaults.Storage;

namespace Superintel.Execution.Service.Adapters.Execution.Postgres;

internal sealed class PostgresBlockedInstruments(DbSession session) : IBlockedInstruments
{
    private const string Select =
        "SELECT instrument_id AS InstrumentId, venue, account, ours, external, theirs, step, since FROM blocked_instrument";

    private const string Insert = """
        INSERT INTO blocked_instrument (instrument_id, venue, account, ours, external, theirs, step, since)
        VALUES (@InstrumentId, @Venue, @Account, @Ours, @External, @Theirs, @Step, @Since)
        """;

    public async ValueTask<BlockedInstrument?> Find(InstrumentId id, CancellationToken ct) =>
        (await Rows(
            $"""
            {Select} WHERE instrument_id = @id AND abs(theirs - ours - external) >= step
            ORDER BY venue COLLATE "C", account COLLATE "C" LIMIT 1
            """,
            new { id = id.ToString() },
            ct)).FirstOrDefault();

    public async ValueTask<IReadOnlyList<BlockedInstrument>> All(CancellationToken ct) =>
        await Rows($"{Select} ORDER BY instrument_id COLLATE \"C\", venue COLLATE \"C\", account COLLATE \"C\"", new { }, ct);

    public async ValueTask Replace(IReadOnlyList<BlockedInstrument> blocked, CancellationToken ct)
    {
        var connection = await session.Open(ct);
        var rows = blocked.Select(BlockedRow.Of).ToArray();
        await connection.ExecuteAsync(new CommandDefinition("DELETE FROM blocked_instrument", null, session.Transaction,
            cancellationToken: ct));
        await connection.ExecuteAsync(new CommandDefinition(Insert, rows, session.Transaction, cancellationToken: ct));
    }

    private async Task<List<BlockedInstrument>> Rows(string sql, object parameters, CancellationToken ct)
    {
        var connection = await session.Open(ct);
        var query = new CommandDefinition(sql, parameters, session.Transaction, cancellationToken: ct);
        var rows = await connection.QueryAsync<BlockedRow>(query);
        return [.. rows.Select(row => row.ToBlocked())];
    }
}
