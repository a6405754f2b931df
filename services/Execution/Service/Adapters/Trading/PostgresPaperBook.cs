using Dapper;
using Superintel.Execution.Trading;
using Superintel.Execution.Trading.Paper;
using Superintel.Execution.Trading.Paper.Ports;
using Superintel.Kernel;
using Superintel.ServiceDefaults.Storage;

namespace Superintel.Execution.Service.Adapters.Trading;

/// <summary>The paper venue's book in the service's own schema: it commits together with what it causes.</summary>
internal sealed class PostgresPaperBook(DbSession session) : IPaperBook
{
    private const string Columns = """
        client_order_id AS ClientOrderId, venue_order_id AS VenueOrderId, venue, account, instrument_id AS InstrumentId,
        asset_class AS AssetClass,
        lot_size AS LotSize, side, quantity, type, limit_price AS LimitPrice, time_in_force AS TimeInForce, currency,
        created_at AS CreatedAt,
        accepted_at AS AcceptedAt, bars_to_miss AS BarsToMiss, first_day AS FirstDay, status, net_quantity AS NetQuantity,
        fills::text AS Fills, quoted_at AS QuotedAt, stop_price AS StopPrice, trailing_amount AS TrailingAmount,
        good_till_date AS GoodTillDate, trigger_price AS TriggerPrice, trigger_at AS TriggerAt, is_triggered AS IsTriggered
        """;

    private const string Upsert = """
        INSERT INTO paper_order (client_order_id, venue_order_id, venue, account, instrument_id, asset_class, lot_size, side, quantity,
            type,
            limit_price, time_in_force, currency, created_at, accepted_at, bars_to_miss, first_day, status, net_quantity, fills,
            quoted_at, stop_price, trailing_amount, good_till_date, trigger_price, trigger_at, is_triggered)
        VALUES (@ClientOrderId, @VenueOrderId, @Venue, @Account, @InstrumentId, @AssetClass, @LotSize, @Side, @Quantity, @Type,
            @LimitPrice, @TimeInForce, @Currency, @CreatedAt, @AcceptedAt, @BarsToMiss, @FirstDay::date, @Status, @NetQuantity,
            @Fills::jsonb, @QuotedAt, @StopPrice, @TrailingAmount, @GoodTillDate, @TriggerPrice, @TriggerAt, @IsTriggered)
        ON CONFLICT (client_order_id) DO UPDATE SET
            bars_to_miss = excluded.bars_to_miss, first_day = excluded.first_day, status = excluded.status,
            net_quantity = excluded.net_quantity, fills = excluded.fills, quoted_at = excluded.quoted_at,
            trigger_price = excluded.trigger_price, trigger_at = excluded.trigger_at, is_triggered = excluded.is_triggered
        """;

    public async ValueTask<PaperOrder?> Find(ClientOrderId id, CancellationToken ct)
    {
        var rows = await Rows($"SELECT {Columns} FROM paper_order WHERE client_order_id = @id FOR UPDATE", new { id = id.Value }, ct);
        return rows.FirstOrDefault();
    }

    public async ValueTask<IReadOnlyList<PaperOrder>> Working(CancellationToken ct) => await Rows(
        $"SELECT {Columns} FROM paper_order WHERE status = 'Working' ORDER BY accepted_at, client_order_id COLLATE \"C\" FOR UPDATE",
        new { },
        ct);

    public async ValueTask Save(PaperOrder order, CancellationToken ct)
    {
        var connection = await session.Open(ct);
        await connection.ExecuteAsync(new CommandDefinition(Upsert, PaperOrderRow.Of(order), session.Transaction, cancellationToken: ct));
    }

    public async ValueTask<IReadOnlyList<BrokerPosition>> Positions(CancellationToken ct)
    {
        const string sql = """
            SELECT account, instrument_id, sum(net_quantity) FROM paper_order GROUP BY account, instrument_id HAVING sum(net_quantity) <> 0
            ORDER BY account COLLATE "C", instrument_id COLLATE "C"
            """;
        var connection = await session.Open(ct);
        var rows = await connection.QueryAsync<(string Account, string Instrument, decimal Quantity)>(
            new CommandDefinition(sql, transaction: session.Transaction, cancellationToken: ct));
        return
        [
            .. rows.Select(row => new BrokerPosition(PaperBroker.VenueName, row.Account, InstrumentId.Parse(row.Instrument), row.Quantity)),
        ];
    }

    private async Task<List<PaperOrder>> Rows(string sql, object parameters, CancellationToken ct)
    {
        var connection = await session.Open(ct);
        var query = new CommandDefinition(sql, parameters, session.Transaction, cancellationToken: ct);
        var rows = await connection.QueryAsync<PaperOrderRow>(query);
        return [.. rows.Select(row => row.ToOrder())];
    }
}
