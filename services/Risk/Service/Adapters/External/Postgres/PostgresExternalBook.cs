using Superintel.Kernel;
using Superintel.Risk.Exposure.External;
using Superintel.Risk.Exposure.External.Ports;
using Superintel.ServiceDefaults.Storage;

namespace Superintel.Risk.Service.Adapters.External.Postgres;

public sealed class PostgresExternalBook(DbSession session) : IExternalBook
{
    private const string Orders = """
        SELECT external_order_id, venue, account, instrument_id, side, leaves, version
        FROM external_order WHERE leaves > 0 ORDER BY external_order_id
        """;

    private const string Positions = """
        SELECT venue, account, instrument_id, quantity, compared_at
        FROM external_position WHERE quantity <> 0 ORDER BY venue, account, instrument_id
        """;

    public async ValueTask<ExternalBook> Now(CancellationToken ct)
    {
        var orders = await session.Rows<(
            string Id, string Venue, string Account, string Instrument, string Side, decimal Leaves, int Version)>(Orders, null, ct);
        var positions = await session.Rows<(string Venue, string Account, string Instrument, decimal Quantity, DateTimeOffset At)>(
            Positions, null, ct);
        return new ExternalBook(
            [
                .. orders.Select(row => new ExternalOrder(
                    row.Id,
                    row.Venue,
                    row.Account,
                    InstrumentId.Parse(row.Instrument),
                    Enum.Parse<Side>(row.Side),
                    row.Leaves,
                    row.Version)),
            ],
            [
                .. positions.Select(row =>
                    new ExternalPosition(row.Venue, row.Account, InstrumentId.Parse(row.Instrument), row.Quantity, row.At)),
            ]);
    }

    public async ValueTask Save(ExternalOrder order, CancellationToken ct) => await session.Execute(
        """
        INSERT INTO external_order (external_order_id, venue, account, instrument_id, side, leaves, version)
        VALUES (@Id, @Venue, @Account, @instrument, @side, @Leaves, @Version)
        ON CONFLICT (external_order_id) DO UPDATE SET side = excluded.side, leaves = excluded.leaves, version = excluded.version
        WHERE external_order.version < excluded.version
        """,
        new
        {
            order.Id,
            order.Venue,
            order.Account,
            instrument = order.Instrument.ToString(),
            side = order.Side.ToString(),
            order.Leaves,
            order.Version,
        },
        ct);

    public async ValueTask Save(ExternalPosition position, CancellationToken ct) => await session.Execute(
        """
        INSERT INTO external_position (venue, account, instrument_id, quantity, compared_at)
        VALUES (@Venue, @Account, @instrument, @Quantity, @At)
        ON CONFLICT (venue, account, instrument_id) DO UPDATE SET quantity = excluded.quantity, compared_at = excluded.compared_at
        WHERE external_position.compared_at <= excluded.compared_at
        """,
        new { position.Venue, position.Account, instrument = position.Instrument.ToString(), position.Quantity, position.At },
        ct);
}
