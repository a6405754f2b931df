using Superintel.Kernel;
using Superintel.Risk.Market.Ports;

namespace Superintel.Risk.Market.Memory;

public sealed class MemoryCloses : ICloses
{
    private readonly Dictionary<InstrumentId, LastClose> last = [];
    private readonly Dictionary<InstrumentId, SortedList<DateOnly, LastClose>> daily = [];

    public ValueTask Record(IReadOnlyList<LastClose> closes, CancellationToken ct)
    {
        foreach (var close in closes)
        {
            if (!last.TryGetValue(close.Instrument, out var known) || close.At >= known.At)
                last[close.Instrument] = close with { ExecutedAt = known?.ExecutedAt };
            if (!daily.TryGetValue(close.Instrument, out var days)) daily[close.Instrument] = days = [];
            if (!days.TryGetValue(close.Day, out var ofDay) || close.At >= ofDay.At) days[close.Day] = close;
        }
        return ValueTask.CompletedTask;
    }

    public ValueTask Executed(IReadOnlyCollection<InstrumentId> ids, DateTimeOffset at, CancellationToken ct)
    {
        foreach (var id in ids)
        {
            if (last.TryGetValue(id, out var known) && (known.ExecutedAt is null || known.ExecutedAt < at))
                last[id] = known with { ExecutedAt = at };
        }
        return ValueTask.CompletedTask;
    }

    public ValueTask<IReadOnlyList<LastClose>> Last(IReadOnlyCollection<InstrumentId> ids, CancellationToken ct) =>
        new([.. ids.Distinct().Order().Where(last.ContainsKey).Select(id => last[id])]);

    public ValueTask<IReadOnlyList<DailyCloses>> Daily(IReadOnlyCollection<InstrumentId> ids, int days, CancellationToken ct) =>
        new([.. ids.Distinct().Order().Select(id => new DailyCloses(id, Tail(id, days)))]);

    private List<DailyClose> Tail(InstrumentId id, int days)
    {
        var tail = new List<DailyClose>();
        if (!daily.TryGetValue(id, out var all)) return tail;
        for (var i = Math.Max(0, all.Count - days); i < all.Count; i++) tail.Add(new DailyClose(all.Keys[i], all.Values[i].Close));
        return tail;
    }
}
