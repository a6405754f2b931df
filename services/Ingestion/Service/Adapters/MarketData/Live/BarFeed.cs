using System.Runtime.CompilerServices;
using Superintel.Ingestion.MarketData;
using Superintel.Kernel;

namespace Superintel.Ingestion.Service.Adapters.MarketData.Live;

/// <summary>
/// Closed bars of a stream as slices. Where one is missing between two (a gap, a lost connection, a restart), the venue is asked for
/// everything since the last bar that is settled, and that comes as past. A bar is settled when nothing before it is missing; one that
/// comes while the venue cannot answer is news all the same and settles nothing, so that the question is asked again.
/// </summary>
/// <param name="past">Asks for all bars of an instrument since a time.</param>
/// <param name="settled">Up to when each instrument is known; the instruments are its keys.</param>
internal sealed class BarFeed(
    BarInterval interval,
    SliceAssembly slices,
    Func<InstrumentId, DateTimeOffset, CancellationToken, Task<LivePast>> past,
    IReadOnlyDictionary<InstrumentId, DateTimeOffset> settled,
    TimeProvider clock)
{
    private readonly SortedDictionary<InstrumentId, DateTimeOffset> settled = new(settled.ToDictionary());

    public async IAsyncEnumerable<LiveNews> Run(IAsyncEnumerable<LiveItem> stream, [EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var item in stream.WithCancellation(ct))
        {
            switch (item)
            {
                case LiveItem.Connected:
                    foreach (var instrument in settled.Keys.ToArray()) yield return await Fill(instrument, before: null, ct);
                    break;
                case LiveItem.Closed { Bar: var bar } when settled.TryGetValue(bar.Instrument, out var known) && bar.ClosedAt >= known:
                    // What comes an interval late is not news any more: the gate would refuse it, as past it is welcome.
                    var late = IsLate(bar.ClosedAt);
                    if (late || bar.ClosedAt > known + interval.Length)
                        yield return await Fill(bar.Instrument, late ? null : bar.ClosedAt, ct);
                    if (!late) Admit(bar);
                    break;
            }
            foreach (var slice in slices.Take(clock.GetUtcNow()))
            {
                // The reader was held up while it waited.
                if (IsLate(slice.Position.ClosedAt)) foreach (var bar in slice.Candidates) yield return new LiveNews.Past([bar]);
                else yield return new LiveNews.Closed(slice);
            }
        }
    }

    private bool IsLate(DateTimeOffset closedAt) => clock.GetUtcNow() - closedAt > interval.Length;

    // A slice that has gone does not take the bar: it stays unsettled, and the next bar finds the gap.
    private void Admit(BarCandidate bar)
    {
        var follows = bar.ClosedAt <= settled[bar.Instrument] + interval.Length;
        if (slices.Add(bar, clock.GetUtcNow()) && follows) settled[bar.Instrument] = bar.ClosedAt;
    }

    private async Task<LiveNews> Fill(InstrumentId instrument, DateTimeOffset? before, CancellationToken ct)
    {
        var from = settled[instrument];
        // Before the question: a bar that still ran when the venue answered may have closed since, and is not the one that it gave.
        var now = clock.GetUtcNow();
        var answer = await past(instrument, from, ct);
        if (answer.Failure is { } why) return new LiveNews.Missing(instrument, from, why);
        BarCandidate[] closed =
        [
            .. answer.Bars.Where(bar => bar.ClosedAt > from && bar.ClosedAt <= now && (before is null || bar.ClosedAt < before))
                .DistinctBy(bar => bar.ClosedAt).OrderBy(bar => bar.ClosedAt),
        ];
        if (closed.Length > 0) settled[instrument] = closed[^1].ClosedAt;
        // The venue has spoken: what it does not have between two bars was a pause of the market.
        if (before is { } next) settled[instrument] = next - interval.Length;
        return new LiveNews.Past(closed);
    }
}
