using System.Runtime.CompilerServices;
using Dapper;
using Superintel.Risk.Portfolio;
using Superintel.Risk.Portfolio.Ports;
using Superintel.ServiceDefaults.Storage;

namespace Superintel.Risk.Service.Adapters.Portfolio.Postgres;

public sealed class PostgresFills(DbSession session) : IFills
{
    private const string Insert = """
        INSERT INTO fill (venue, account, execution_id, client_order_id, decision_id, pair_id, leg, instrument_id, side, quantity, price,
            currency, commission, commission_currency, filled_at, withheld, revision, is_commission)
        VALUES (@Venue, @Account, @ExecutionId, @ClientOrderId, @DecisionId, @PairId, @Leg, @InstrumentId, @Side, @Quantity, @Price,
            @Currency, @Commission, @CommissionCurrency, @FilledAt, @Withheld, @Revision, @IsCommission)
        ON CONFLICT DO NOTHING
        """;

    private const string Select = """
        SELECT venue, account, execution_id AS ExecutionId, client_order_id AS ClientOrderId, decision_id AS DecisionId, pair_id AS PairId,
            leg, instrument_id AS InstrumentId, side, quantity, price, currency, commission, commission_currency AS CommissionCurrency,
            filled_at AS FilledAt, withheld, revision, is_commission AS IsCommission
        FROM fill
        """;

    public async ValueTask<bool> TryAppend(Fill fill, CancellationToken ct) => await session.Execute(Insert, FillRow.Of(fill), ct) == 1;

    public async IAsyncEnumerable<Fill> All([EnumeratorCancellation] CancellationToken ct)
    {
        var connection = await session.Open(ct);
        var rows = connection.QueryUnbufferedAsync<FillRow>($"{Select} ORDER BY sequence", transaction: session.Transaction);
        await foreach (var row in rows.WithCancellation(ct))
            yield return row.ToFill();
    }

    public ValueTask<IReadOnlyList<Fill>> Of(FillKey execution, CancellationToken ct) => Rows(
        "venue = @Venue AND account = @Account AND execution_id = @ExecutionId",
        new { execution.Venue, execution.Account, execution.ExecutionId },
        ct);

    public ValueTask<IReadOnlyList<Fill>> Of(PositionKey position, CancellationToken ct) => Rows(
        "pair_id = @Pair AND instrument_id = @Instrument",
        new { Pair = position.PairId, Instrument = position.Instrument.ToString() },
        ct);

    private async ValueTask<IReadOnlyList<Fill>> Rows(string where, object parameters, CancellationToken ct)
    {
        var connection = await session.Open(ct);
        var rows = await connection.QueryAsync<FillRow>(new CommandDefinition(
            $"{Select} WHERE {where} ORDER BY sequence", parameters, session.Transaction, cancellationToken: ct));
        return [.. rows.Select(row => row.ToFill())];
    }
}
