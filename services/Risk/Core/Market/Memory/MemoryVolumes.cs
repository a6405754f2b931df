using Superintel.Kernel;
using Superintel.Risk.Market.Ports;

namespace Superintel.Risk.Market.Memory;

public sealed class MemoryVolumes : IVolumes
{
    private readonly Dictionary<InstrumentId, SortedList<DateOnly, List<BarVolume>>> told = [];

    public ValueTask Record(IReadOnlyList<BarVolume> bars, CancellationToken ct)
    {
        foreach (var bar in bars)
        {
            if (!told.TryGetValue(bar.Instrument, out var days)) told[bar.Instrument] = days = [];
            if (!days.TryGetValue(bar.Day, out var ofDay)) days[bar.Day] = ofDay = [];
            var place = ofDay.FindIndex(one => one.Feed == bar.Feed && one.Interval == bar.Interval);
            if (place < 0) ofDay.Add(bar);
            else ofDay[place] = bar.IsDay ? bar : bar with { Volume = ofDay[place].Volume + bar.Volume };
        }

        return ValueTask.CompletedTask;
    }

    public ValueTask<IReadOnlyList<DailyVolumes>> Daily(
        IReadOnlyCollection<InstrumentId> ids, DateOnly from, DateOnly before, int days, CancellationToken ct) =>
        new([.. ids.Distinct().Order().Select(id => new DailyVolumes(id, Newest(id, from, before, days)))]);

    private decimal[] Newest(InstrumentId id, DateOnly from, DateOnly before, int days)
    {
        if (!told.TryGetValue(id, out var all)) return [];
        var between = all.Where(day => day.Key >= from && day.Key < before).ToArray();
        return [.. between.Skip(Math.Max(0, between.Length - days)).Select(day => Volume(day.Value))];
    }

    private static decimal Volume(List<BarVolume> ofDay)
    {
        var whole = ofDay.Where(bar => bar.IsDay).ToArray();
        return (whole.Length > 0 ? whole : [.. ofDay]).Max(bar => bar.Volume);
    }
}
