namespace Superintel.Contracts.Events.V1;

/// <summary>
/// An interval closed: all bars of one feed that ended at <see cref="OccurredAt"/> and passed the data gate, ordered by instrument.
/// One event for the whole slice, so that the legs of a pair can never be seen at different times.
/// </summary>
/// <param name="Feed">Which feed, for example sample.</param>
/// <param name="Interval">Bar length: 5m, 1h, 1d.</param>
/// <param name="OccurredAt">End of the interval, exclusive, UTC.</param>
/// <param name="Replayed">True when the bars are history played again and the fleet's clock follows them.</param>
public sealed record BarClosed(string Feed, string Interval, DateTimeOffset OccurredAt, bool Replayed,
    IReadOnlyList<ClosedBar> Bars) : IEvent
{
    public string EventId => $"bar-closed/{Feed}/{Interval}/{OccurredAt.UtcDateTime:O}";
}
