using Dapper;
using Superintel.Execution.Execution.Orders;
using Superintel.Execution.Execution.Ports;
using Superintel.Kernel;
using Superintel.ServiceDefaults.Storage;

namespace Superintel.Execution.Service.Adapters.Execution.Postgres;

/// <summary>What is read to be moved is locked: another instance's sender may work on the same order.</summary>
internal sealed class PostgresOrderBook(DbSession session) : IOrderBook
{
    private const string Select = """
        SELECT sequence, client_order_id AS ClientOrderId, decision_id AS DecisionId, clearance_id AS ClearanceId, pair_id AS PairId, leg,
            attempt,
            purpose, venue, account, instrument_id AS InstrumentId, asset_class AS AssetClass, lot_size AS LotSize, side, quantity,
            reference_price AS ReferencePrice, currency, type, limit_price AS LimitPrice, time_in_force AS TimeInForce,
            created_at AS CreatedAt,
            state, venue_order_id AS VenueOrderId, cumulative_quantity AS CumulativeQuantity, filled_value AS FilledValue,
            fee_quantity AS FeeQuantity,
            commissions::text AS Commissions,
            acknowledged, cancel_sent AS CancelSent, closed_at AS ClosedAt, text, confirmed, unknown_since AS UnknownSince, tries,
            not_before AS NotBefore, unanswered_since AS UnansweredSince, unanswered_told AS UnansweredTold, contradicted
        FROM trade_order
        """;

    private const string Upsert = """
        INSERT INTO trade_order (client_order_id, decision_id, clearance_id, pair_id, leg, attempt, purpose, venue, account, instrument_id,
            asset_class, lot_size, side, quantity, reference_price, currency, type, limit_price, time_in_force, created_at, state,
            venue_order_id,
            cumulative_quantity, filled_value, fee_quantity, commissions, acknowledged, cancel_sent, closed_at, text,
            confirmed, unknown_since, tries, not_before, unanswered_since, unanswered_told, contradicted)
        VALUES (@ClientOrderId, @DecisionId, @ClearanceId, @PairId, @Leg, @Attempt, @Purpose, @Venue, @Account, @InstrumentId,
            @AssetClass, @LotSize, @Side, @Quantity, @ReferencePrice, @Currency, @Type, @LimitPrice, @TimeInForce, @CreatedAt, @State,
            @VenueOrderId,
            @CumulativeQuantity, @FilledValue, @FeeQuantity, @Commissions::jsonb, @Acknowledged, @CancelSent, @ClosedAt, @Text,
            @Confirmed, @UnknownSince, @Tries, @NotBefore, @UnansweredSince, @UnansweredTold, @Contradicted)
        ON CONFLICT (client_order_id) DO UPDATE SET
            state = excluded.state, venue_order_id = excluded.venue_order_id, cumulative_quantity = excluded.cumulative_quantity,
            filled_value = excluded.filled_value, fee_quantity = excluded.fee_quantity,
            commissions = excluded.commissions, acknowledged = excluded.acknowledged,
            cancel_sent = excluded.cancel_sent, closed_at = excluded.closed_at, text = excluded.text,
            confirmed = excluded.confirmed, unknown_since = excluded.unknown_since, tries = excluded.tries,
            not_before = excluded.not_before, unanswered_since = excluded.unanswered_since,
            unanswered_told = excluded.unanswered_told, contradicted = excluded.contradicted
        """;

    public async ValueTask<Order?> Find(ClientOrderId id, CancellationToken ct) =>
        (await Rows($"{Select} WHERE client_order_id = @id FOR UPDATE", new { id = id.Value }, ct)).FirstOrDefault()?.ToOrder();

    public async ValueTask Save(Order order, CancellationToken ct)
    {
        var connection = await session.Open(ct);
        await connection.ExecuteAsync(new CommandDefinition(Upsert, OrderRow.Of(order), session.Transaction, cancellationToken: ct));
    }

    public async ValueTask<IReadOnlyList<Order>> Of(ClearanceId clearance, CancellationToken ct) =>
        Orders(await Rows($"{Select} WHERE clearance_id = @id ORDER BY leg, attempt FOR UPDATE", new { id = clearance.Value }, ct));

    public async ValueTask<IReadOnlyList<Order>> In(IReadOnlyCollection<OrderState> states, CancellationToken ct)
    {
        var names = states.Select(state => state.ToString()).ToArray();
        // Said again in the words of the partial index, or the planner may not use it.
        var open = states.Any(state => state.IsOver()) ? "" : "AND state NOT IN ('Filled', 'Canceled', 'Rejected', 'Expired')";
        return Orders(await Rows($"{Select} WHERE state = ANY(@names) {open} ORDER BY sequence FOR UPDATE", new { names }, ct));
    }

    public async ValueTask<IReadOnlyList<ListedOrder>> List(OrderQuery query, CancellationToken ct)
    {
        var sql = $"""
            {Select} WHERE (@before::bigint IS NULL OR sequence < @before) AND (@state::text IS NULL OR state = @state)
                AND (@decision::text IS NULL OR decision_id = @decision)
            ORDER BY sequence DESC LIMIT @limit
            """;
        var wanted = new { before = query.Before, state = query.State?.ToString(), decision = query.DecisionId?.Value,
            limit = query.Limit };
        var rows = await Rows(sql, wanted, ct);
        return [.. rows.Select(row => row.ToListed())];
    }

    private static List<Order> Orders(IEnumerable<OrderRow> rows) => [.. rows.Select(row => row.ToOrder())];

    private async Task<IEnumerable<OrderRow>> Rows(string sql, object parameters, CancellationToken ct)
    {
        var connection = await session.Open(ct);
        return await connection.QueryAsync<OrderRow>(new CommandDefinition(sql, parameters, session.Transaction, cancellationToken: ct));
    }
}
