using System.Globalization;
using System.Text;
using Superintel.Ingestion.MarketData;
using Superintel.Ingestion.Service.Adapters.MarketData.Binance;
using Superintel.Kernel;
using Superintel.TestKit;
using Superintel.Venue.Binance.Failures;
using Superintel.Venue.Binance.Messages;
using Superintel.Venue.Binance.Streams;

namespace Superintel.Ingestion.Tests.MarketData.Binance;

public sealed class KlineFeedTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);
    private static readonly BarInterval Minute = BarInterval.Parse("1m");

    private static readonly SortedDictionary<string, InstrumentId> Instruments = new(StringComparer.Ordinal)
    {
        ["BTCUSDT"] = InstrumentId.Parse("BTCUSDT.BINANCE"), ["ETHUSDT"] = InstrumentId.Parse("ETHUSDT.BINANCE"),
    };

    private readonly SettableClock clock = new(Start);
    private readonly List<(string Symbol, DateTimeOffset From)> asked = [];
    private bool away;

    [SetUp]
    public void Begin()
    {
        clock.Set(Start);
        asked.Clear();
        away = false;
    }

    [Test]
    public async Task Slice_closes_when_every_instrument_is_in_it()
    {
        var news = await Run(Known(Start), Closed("BTCUSDT", 0, after: 61), Closed("ETHUSDT", 0, after: 62));

        var slice = news.OfType<KlineNews.Closed>().Single().Slice;
        Assert.That(slice.Position, Is.EqualTo(new SlicePosition(Start.AddMinutes(1), Minute)));
        Assert.That(slice.Candidates.Select(c => (c.Instrument.Symbol, c.Close)),
            Is.EqualTo(new[] { ("BTCUSDT", 100m), ("ETHUSDT", 100m) }));
    }

    [Test]
    public async Task Slice_does_not_wait_for_ever()
    {
        var news = await Run(Known(Start), Closed("BTCUSDT", 0, after: 61), Running("BTCUSDT", 1, after: 70));
        Assert.That(news.OfType<KlineNews.Closed>().Single().Slice.Candidates, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Running_and_repeated_candles_are_no_bars()
    {
        var news = await Run(
            Known(Start), Running("BTCUSDT", 0, after: 30), Closed("BTCUSDT", 0, after: 61), Closed("BTCUSDT", 0, after: 62),
            Closed("ETHUSDT", 0, after: 63), Closed("ETHUSDT", 0, after: 64));
        Assert.That(news.OfType<KlineNews.Closed>().Single().Slice.Candidates, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Missing_candles_are_asked_for_and_come_as_past()
    {
        var news = await Run(Known(Start), Closed("BTCUSDT", 0, after: 61), Closed("ETHUSDT", 0, after: 61),
            Closed("BTCUSDT", 3, after: 241));

        Assert.That(asked[^1], Is.EqualTo(("BTCUSDT", Start.AddMinutes(1))));
        var past = news.OfType<KlineNews.Past>().Last().Candidates;
        Assert.That(past.Select(c => c.ClosedAt), Is.EqualTo(new[] { Start.AddMinutes(2), Start.AddMinutes(3), Start.AddMinutes(4) }));
    }

    [Test]
    public async Task Every_connection_asks_for_what_it_may_have_missed()
    {
        clock.Set(Start.AddMinutes(5).AddSeconds(1));
        var news = await Run(Known(Start), new StreamItem.Down("connection-lost", ""), new StreamItem.Connected(2));

        Assert.That(asked, Is.EqualTo(new[]
        {
            ("BTCUSDT", Start), ("ETHUSDT", Start), ("BTCUSDT", Start.AddMinutes(5)), ("ETHUSDT", Start.AddMinutes(5)),
        }));
        Assert.That(news.OfType<KlineNews.Past>().Sum(p => p.Candidates.Count), Is.EqualTo(10));
    }

    [Test]
    public async Task Candles_that_cannot_be_had_are_told_and_asked_for_again()
    {
        away = true;
        var news = await Run(Known(Start), Closed("BTCUSDT", 2, after: 181));
        Assert.That(news.OfType<KlineNews.Missing>().Count(), Is.EqualTo(3));
        Assert.That(asked.Select(a => a.From), Is.All.EqualTo(Start));
    }

    private static SortedDictionary<string, DateTimeOffset> Known(DateTimeOffset at) =>
        new(Instruments.Keys.ToDictionary(symbol => symbol, _ => at), StringComparer.Ordinal);

    private async Task<List<KlineNews>> Run(IReadOnlyDictionary<string, DateTimeOffset> known, params object[] items)
    {
        var slices = new KlineSlices("binance", Minute, Instruments.Count, TimeSpan.FromSeconds(5));
        var feed = new KlineFeed(Instruments, Minute, slices, Klines, known, Start, clock);
        var news = new List<KlineNews>();
        await foreach (var told in feed.Run(Stream(items), CancellationToken.None)) news.Add(told);
        return news;
    }

    private async IAsyncEnumerable<StreamItem> Stream(object[] items)
    {
        yield return new StreamItem.Connected(1);
        foreach (var item in items)
        {
            if (item is ValueTuple<StreamItem, int> timed) clock.Set(Start.AddSeconds(timed.Item2));
            yield return item is ValueTuple<StreamItem, int> (var frame, _) ? frame : (StreamItem)item;
        }
        await Task.CompletedTask;
    }

    private Task<Answer<IReadOnlyList<Kline>>> Klines(string symbol, DateTimeOffset from, CancellationToken ct)
    {
        asked.Add((symbol, from));
        if (away) return Task.FromResult<Answer<IReadOnlyList<Kline>>>(new Failure(FailureKind.OutcomeUnknown, "timeout", 0, "", default));
        var rows = new List<Kline>();
        for (var open = from; open <= clock.GetUtcNow(); open = open.AddMinutes(1))
            rows.Add(new Kline(open, open.AddMilliseconds(59_999), 100m, 101m, 99m, 100m, 5m, 500m, 3));
        return Task.FromResult(Answer<IReadOnlyList<Kline>>.Of(rows));
    }

    private static (StreamItem Item, int After) Closed(string symbol, int minute, int after) =>
        (Frame(symbol, minute, closed: true), after);

    private static (StreamItem Item, int After) Running(string symbol, int minute, int after) =>
        (Frame(symbol, minute, closed: false), after);

    private static StreamItem Frame(string symbol, int minute, bool closed)
    {
        var open = Start.AddMinutes(minute).ToUnixTimeMilliseconds();
        var candle = string.Create(CultureInfo.InvariantCulture, $$"""
            "t":{{open}},"T":{{open + 59_999}},"s":"{{symbol}}","i":"1m","o":"100","c":"100","h":"101","l":"99","v":"5","n":3,"q":"500"
            """);
        var flag = closed ? "true" : "false";
        var json = "{\"stream\":\"x\",\"data\":{\"e\":\"kline\",\"E\":1,\"s\":\"" + symbol + "\",\"k\":{" + candle
            + ",\"x\":" + flag + "}}}";
        return new StreamItem.Frame(Encoding.UTF8.GetBytes(json));
    }
}
