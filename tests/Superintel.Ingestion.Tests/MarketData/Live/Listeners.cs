using Superintel.Contracts.Events;
using Superintel.Contracts.Events.V1;
using Superintel.Ingestion.MarketData;
using Superintel.Kernel;
using Superintel.Prediction;
using Superintel.Prediction.InMemory;
using Superintel.Risk.Market.Memory;
using Superintel.Risk.Market.RecordCloses;
using Superintel.TestKit;

namespace Superintel.Ingestion.Tests.MarketData.Live;

/// <summary>Prediction and Risk's closes as they hear a feed over the bus: each event once, in order.</summary>
internal sealed class Listeners
{
    private const int Most = 10_000;
    private readonly MemoryCloses closes = new();
    private readonly PredictionInMemory prediction;

    public Listeners()
    {
        // No pair is looked for in so short a past.
        var options = new PredictionOptions { Intervals = "1m", Panel = new() { Bars = Most }, Discovery = new() { WindowBars = Most } };
        prediction = new PredictionInMemory(new RecordedEvents(), new SettableClock(LossyVenue.Start), options);
        foreach (var id in LossyVenue.Instruments)
        {
            prediction.ListInstrument
                .Handle(new InstrumentListed($"{id}", "", "crypto", "USDT", 1m, 0.01m, true, "", LossyVenue.Start), default).Wait();
        }
    }

    public void Hear(IEnumerable<IEvent> events)
    {
        var heard = new HashSet<string>(StringComparer.Ordinal);
        foreach (var happened in events.Where(happened => heard.Add(happened.EventId))) Hear(happened);
    }

    /// <summary>Every pair's common closes.</summary>
    public IEnumerable<string> Panel()
    {
        var panel = prediction.Panels.Current(LossyVenue.Feed, LossyVenue.Interval, default).AsTask().GetAwaiter().GetResult();
        foreach (var pair in Pairs())
        {
            var window = panel.Latest(pair, Most);
            for (var bar = 0; bar < window.Count; bar++) yield return Line(pair, window.At(bar), window.PriceA(bar), window.PriceB(bar));
        }
    }

    public static IEnumerable<string> Panel(IReadOnlyList<Bar> truth)
    {
        foreach (var pair in Pairs())
        {
            var b = truth.Where(bar => bar.Instrument == pair.B).ToDictionary(bar => bar.ClosedAt);
            foreach (var a in truth.Where(bar => bar.Instrument == pair.A))
                yield return Line(pair, a.ClosedAt, a.Close, b[a.ClosedAt].Close);
        }
    }

    /// <summary>Risk's newest close and its closes of days.</summary>
    public IEnumerable<string> Closes()
    {
        foreach (var last in closes.Last(LossyVenue.Instruments, default).AsTask().GetAwaiter().GetResult())
            yield return $"{last.Instrument} {last.At:O} {last.Close}";
        foreach (var series in closes.Daily(LossyVenue.Instruments, Most, default).AsTask().GetAwaiter().GetResult())
            foreach (var day in series.Closes) yield return $"{series.Instrument} {day.Day:O} {day.Close}";
    }

    public static IEnumerable<string> Closes(IReadOnlyList<Bar> truth)
    {
        foreach (var last in LossyVenue.Instruments.Select(id => truth.Last(bar => bar.Instrument == id)))
            yield return $"{last.Instrument} {last.ClosedAt:O} {last.Close}";
        foreach (var id in LossyVenue.Instruments)
        {
            var days = truth.Where(bar => bar.Instrument == id)
                .GroupBy(bar => DateOnly.FromDateTime(bar.ClosedAt.UtcDateTime.AddTicks(-1)));
            foreach (var day in days) yield return $"{id} {day.Key:O} {day.Last().Close}";
        }
    }

    private void Hear(IEvent happened)
    {
        var risk = new RecordCloses(closes);
        switch (happened)
        {
            case BarsBackfilled past:
                prediction.LearnHistory.Handle(past, default).Wait();
                risk.Handle(past, default).Wait();
                break;
            case BarClosed slice:
                prediction.ScoreSlice.Handle(slice, default).Wait();
                risk.Handle(slice, default).Wait();
                break;
        }
    }

    private static PairId[] Pairs()
    {
        var all = LossyVenue.Instruments;
        return [PairId.Of(all[0], all[1]), PairId.Of(all[0], all[2]), PairId.Of(all[1], all[2])];
    }

    private static string Line(PairId pair, DateTimeOffset at, decimal a, decimal b) => $"{pair} {at:O} {a} {b}";
}
