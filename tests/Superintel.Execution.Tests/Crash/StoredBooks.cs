using Dapper;
using Npgsql;

namespace Superintel.Execution.Tests.Crash;

/// <summary>What Execution has kept.</summary>
/// <param name="Orders">By client order id.</param>
/// <param name="Fills">What stands of each order's executions.</param>
/// <param name="Positions">Sum of the ledger per instrument, less fees kept in units; none is zero.</param>
/// <param name="Holdings">What a person said is not the desk's, per instrument.</param>
/// <param name="Externals">Orders of others.</param>
/// <param name="Told">All events that Execution has for the fleet, in order.</param>
internal sealed record StoredBooks(
    IReadOnlyDictionary<string, string> Orders,
    IReadOnlyDictionary<string, StoredFills> Fills,
    IReadOnlyDictionary<string, decimal> Positions,
    IReadOnlyDictionary<string, string> Pairs,
    IReadOnlyList<string> Clearances,
    IReadOnlyList<string> Blocked,
    IReadOnlyDictionary<string, decimal> Holdings,
    IReadOnlyList<StoredExternal> Externals,
    IReadOnlyList<(string Type, string Payload)> Told,
    int DeadMessages)
{
    private static readonly HashSet<string> Over = ["Filled", "Canceled", "Rejected", "Expired"];

    public bool IsAtRest => Orders.Values.All(Over.Contains) && Pairs.Values.All(status => status == "Closed");

    /// <returns>Null: the service has made no tables yet.</returns>
    public static async Task<StoredBooks?> Read(NpgsqlDataSource source)
    {
        await using var store = await source.OpenConnectionAsync();
        if (await store.ExecuteScalarAsync<string?>("SELECT to_regclass('execution.clearance')::text") is null) return null;
        // One moment of all tables.
        await using var moment = await store.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead);
        var orders = await store.QueryAsync<(string, string)>("SELECT client_order_id, state FROM execution.trade_order");
        var fills = await store.QueryAsync<(string, int, decimal, decimal, decimal)>(
            """
            SELECT client_order_id, (count(*) FILTER (WHERE units <> 0))::int, sum(units), sum(value), sum(cost)
            FROM (
                SELECT client_order_id, sum(quantity) AS units, sum(quantity * price) AS value, sum(commission) AS cost
                FROM execution.fill GROUP BY client_order_id, execution_id
            ) AS standing GROUP BY 1
            """);
        var positions = await store.QueryAsync<(string, decimal)>(
            """
            SELECT instrument_id, sum(CASE side WHEN 'Buy' THEN quantity ELSE -quantity END - fee_quantity) AS net FROM execution.fill
            GROUP BY 1 HAVING sum(CASE side WHEN 'Buy' THEN quantity ELSE -quantity END - fee_quantity) <> 0
            """);
        var pairs = await store.QueryAsync<(string, string)>("SELECT clearance_id, status FROM execution.pair_order");
        var externals = await store.QueryAsync<(string, string, string, string, decimal, int, string?)>(
            """
            SELECT external_order_id, venue_order_id, instrument_id, state, filled_quantity, version, acknowledged_by
            FROM execution.external_order ORDER BY 1
            """);
        var holdings = await store.QueryAsync<(string, decimal)>(
            "SELECT instrument_id, sum(quantity) FROM execution.external_holding GROUP BY 1");
        var told = await store.QueryAsync<(string Type, string Payload)>("SELECT type, payload FROM execution.outbox ORDER BY sequence");
        return new StoredBooks(
            orders.ToDictionary(o => o.Item1, o => o.Item2),
            fills.ToDictionary(f => f.Item1, f => new StoredFills(f.Item2, f.Item3, f.Item4, f.Item5)),
            positions.ToDictionary(p => p.Item1, p => p.Item2),
            pairs.ToDictionary(p => p.Item1, p => p.Item2),
            [.. await store.QueryAsync<string>("SELECT clearance_id FROM execution.clearance")],
            [.. await store.QueryAsync<string>("SELECT instrument_id FROM execution.blocked_instrument ORDER BY 1")],
            holdings.ToDictionary(h => h.Item1, h => h.Item2),
            [.. externals.Select(e => new StoredExternal(e.Item1, e.Item2, e.Item3, e.Item4, e.Item5, e.Item6, e.Item7))],
            [.. told],
            await store.ExecuteScalarAsync<int>("SELECT count(*)::int FROM execution.dead_message"));
    }
}
