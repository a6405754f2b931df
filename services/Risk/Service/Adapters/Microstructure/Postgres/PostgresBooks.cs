using Superintel.Kernel;
using Superintel.Risk.Microstructure;
using Superintel.Risk.Microstructure.Ports;
using Superintel.ServiceDefaults.Storage;

namespace Superintel.Risk.Service.Adapters.Microstructure.Postgres;

public sealed class PostgresBooks(DbSession session) : IBooks
{
    public async ValueTask<IReadOnlyList<BookSnapshot>> Last(IReadOnlyCollection<InstrumentId> ids, CancellationToken ct)
    {
        var wanted = ids.Select(id => id.ToString()).ToArray();
        var rows = await session.Rows<BookRow>(
            """
            SELECT instrument_id AS Id, observed_at AS ObservedAt, bids::text AS Bids, asks::text AS Asks, bucket_volume AS BucketVolume,
                buys, sells, differences
            FROM book WHERE instrument_id = ANY(@wanted) ORDER BY instrument_id
            """,
            new { wanted },
            ct);
        return [.. rows.Select(row => row.ToBook())];
    }

    public async ValueTask Save(BookSnapshot book, CancellationToken ct) => await session.Execute(
        """
        INSERT INTO book AS known (instrument_id, observed_at, bids, asks, bucket_volume, buys, sells, differences)
        VALUES (@Id, @ObservedAt, @Bids::jsonb, @Asks::jsonb, @BucketVolume, @Buys, @Sells, @Differences)
        ON CONFLICT (instrument_id) DO UPDATE SET
            observed_at = excluded.observed_at, bids = excluded.bids, asks = excluded.asks, bucket_volume = excluded.bucket_volume,
            buys = excluded.buys, sells = excluded.sells, differences = excluded.differences
        WHERE excluded.observed_at >= known.observed_at
        """,
        BookRow.Of(book),
        ct);
}
