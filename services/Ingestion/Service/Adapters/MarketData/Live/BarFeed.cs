using System.Runtime.CompilerServices;
using Superintel.Ingestion.MarketData;
using Superintel.Kernel;

namespace Superintel.Ingestion.Service.Adapters.MarketData.Live;

/// <summary>
/// Closed bars of a stream as slices. Where one is missing between two (a gap, a lost connection, a restart), the venue is asked for
/// everything since the last bar that is settled, and that comes as past. A bar is settled when nothing before it is missing; one that
/// comes while the venue cannot answer is news all the same and settles nothing, so that the question is asked again. What no slice takes
/// (of the future, of a time gone by, told again) comes as past too, where the gate judges it: nothing that a venue says is dropped.
/// </summary>
/// <param name="past">Asks for all bars of an instrument since a time.</param>
/// <param name="settled">Up to when each instrument is known; the instruments are its keys.</param>
/// <param name="doubt">The session's; null: nobody asks.</param>
internal sealed class BarFeed(
    BarInterval interval,
    SliceAssembly slices,
    Func<InstrumentId, DateTimeOffset, CancellationToken, Task<LivePast>> past,
    IReadOnlyDictionary<InstrumentId, DateTimeOffset> settled,
    LiveClock clock,
    Func<string?>? doubt = null)
{
    private const int MostHeld = 1_000;
    private readonly SortedDictionary<InstrumentId, DateTimeOffset> settled = new(settled.ToDictionary());
    private readonly Queue<BarCandidate> held = new();
    private LiveNews.Doubted? told;

    public async IAsyncEnumerable<LiveNews> Run(IAsyncEnumerable<LiveItem> stream, [EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var item in stream.WithCancellation(ct))
        {
            // What is doubted is told before its bars; what is believed again, after the bars that were missed.
            if (Trust(isDoubt: true) is { } doubted) yield return doubted;
            switch (item)
            {
                case LiveItem.Connected:
                    foreach (var instrument in settled.Keys.ToArray()) yield return await Fill(instrument, before: null, ct);
                    break;
                case LiveItem.Closed { Bar: var bar } when settled.TryGetValue(bar.Instrument, out var known):
                    if (bar.ClosedAt < known || bar.ClosedAt > clock.Now)
                    {
                        Hold(bar);
                        break;
                    }
                    // What comes an interval late is not news any more: the gate would refuse it, as past it is welcome.
                    var late = IsLate(bar.ClosedAt);
                    var had = false;
                    if (late || bar.ClosedAt > known + interval.Length)
                    {
                        var filled = await Fill(bar.Instrument, late ? null : bar.ClosedAt, ct);
                        had = filled is LiveNews.Past answered && answered.Candidates.Contains(bar);
                        yield return filled;
                    }
                    if (!late) Admit(bar);
                    else if (!had) Hold(bar);
                    break;
            }
            if (Trust(isDoubt: false) is { } believed) yield return believed;
            foreach (var slice in slices.Take(clock.Now))
            {
                // The reader was held up while it waited.
                if (IsLate(slice.Position.ClosedAt)) foreach (var bar in slice.Candidates) yield return new LiveNews.Past([bar]);
                else yield return new LiveNews.Closed(slice);
            }
            foreach (var bar in Released()) yield return new LiveNews.Past([bar]);
        }
    }

    private LiveNews.Doubted? Trust(bool isDoubt)
    {
        if (doubt is null) return null;
        var now = new LiveNews.Doubted(doubt());
        return now == told || now.Why is null == isDoubt ? null : told = now;
    }

    private bool IsLate(DateTimeOffset closedAt) => clock.Now - closedAt > interval.Length;

    // A slice that has gone does not take the bar: it stays unsettled, and the next bar finds the gap.
    private void Admit(BarCandidate bar)
    {
        var follows = bar.ClosedAt <= settled[bar.Instrument] + interval.Length;
        if (!slices.Add(bar, clock.Now)) Hold(bar);
        else if (follows) settled[bar.Instrument] = bar.ClosedAt;
    }

    // What the stream said first is stored first: what is said otherwise waits until its slice is out.
    private void Hold(BarCandidate bar)
    {
        if (slices.Has(bar) || held.Contains(bar)) return;
        held.Enqueue(bar);
        while (held.Count > MostHeld) held.Dequeue();
    }

    private IEnumerable<BarCandidate> Released()
    {
        for (var left = held.Count; left > 0; left--)
        {
            var bar = held.Dequeue();
            if (slices.IsOpen(bar.ClosedAt)) held.Enqueue(bar);
            else yield return bar;
        }
    }

    private async Task<LiveNews> Fill(InstrumentId instrument, DateTimeOffset? before, CancellationToken ct)
    {
        var from = settled[instrument];
        var answer = await past(instrument, from, ct);
        if (answer.Failure is { } why) return new LiveNews.Missing(instrument, from, why);
        BarCandidate[] closed = [.. answer.Final().Where(bar => bar.ClosedAt > from && (before is null || bar.ClosedAt < before))];
        if (closed.Length > 0) settled[instrument] = closed[^1].ClosedAt;
        // The venue has spoken: what it does not have between two bars was a pause of the market. Unless its farm is away.
        if (before is { } next && doubt?.Invoke() is null) settled[instrument] = next - interval.Length;
        return new LiveNews.Past(closed);
    }
}
