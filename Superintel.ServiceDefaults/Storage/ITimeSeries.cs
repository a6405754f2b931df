namespace Superintel.ServiceDefaults.Storage;

/// <summary>
/// Tables that a migration made a time series with make_time_series: hypertables where the server has TimescaleDB, native range
/// partitions elsewhere. Native partitions must exist before rows arrive.
/// </summary>
public interface ITimeSeries
{
    /// <summary>Makes sure that rows of the span can be written. Call it before every write; it costs nothing for spans it has
    /// seen.</summary>
    /// <param name="table">As given to make_time_series.</param>
    /// <param name="from">First time to be written.</param>
    /// <param name="to">Last time to be written, inclusive.</param>
    Task Cover(string table, DateTimeOffset from, DateTimeOffset to, CancellationToken ct);

    /// <summary>Drops what is older than each table keeps, counted from the given time.</summary>
    Task Expire(DateTimeOffset now, CancellationToken ct);
}
