namespace Superintel.Contracts.Events.V1;

/// <summary>
/// Bars of one interval that closed before their live feed came, or while it was away, and passed the data gate, ordered by instrument.
/// They are known now and are no news: whoever keeps history learns them, in order of time, and nobody acts on them. The slice that closes
/// next is told by BarClosed, after them.
/// </summary>
/// <param name="Feed">Which feed, for example binance.</param>
/// <param name="Interval">Bar length: 5m, 1h, 1d.</param>
/// <param name="OccurredAt">End of the interval, exclusive, UTC.</param>
/// <param name="Late">True: one bar, missing until now from a slice that was told before. Whoever keeps history puts it where it
/// belongs.</param>
public sealed record BarsBackfilled(
    string Feed, string Interval, DateTimeOffset OccurredAt, IReadOnlyList<ClosedBar> Bars, bool Late = false) : IEvent
{
    public string EventId => $"bars-backfilled/{Feed}/{Interval}/{OccurredAt.UtcDateTime:O}{Missing}";

    private string Missing => Late && Bars is [var bar, ..] ? "/" + bar.InstrumentId : "";
}
