using Superintel.Ingestion.MarketData;
using Superintel.Ingestion.Service.Adapters.MarketData.Live;
using Superintel.Kernel;
using Superintel.TestKit;

namespace Superintel.Ingestion.Tests.MarketData.Live;

public sealed class BarFeedTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);
    private static readonly BarInterval Minute = BarInterval.Parse("1m");
    private static readonly InstrumentId Btc = InstrumentId.Parse("BTCUSDT.BINANCE");
    private static readonly InstrumentId Eth = InstrumentId.Parse("ETHUSDT.BINANCE");

    private readonly SettableClock clock = new(Start);
    private readonly List<(InstrumentId Instrument, DateTimeOffset From)> asked = [];
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
        var news = await Run(Closed(Btc, 0, after: 61), Closed(Eth, 0, after: 62));

        var slice = news.OfType<LiveNews.Closed>().Single().Slice;
        Assert.That(slice.Position, Is.EqualTo(new SlicePosition(Start.AddMinutes(1), Minute)));
        Assert.That(slice.Candidates.Select(c => (c.Instrument, c.Close)), Is.EqualTo(new[] { (Btc, 100m), (Eth, 100m) }));
    }

    [Test]
    public async Task Slice_does_not_wait_for_ever()
    {
        var news = await Run(Closed(Btc, 0, after: 61), Pulse(after: 70));
        Assert.That(news.OfType<LiveNews.Closed>().Single().Slice.Candidates, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Repeated_and_foreign_bars_are_none()
    {
        var foreign = InstrumentId.Parse("OTHER.BINANCE");
        var news = await Run(
            Closed(Btc, 0, after: 61), Closed(Btc, 0, after: 62), Closed(foreign, 0, after: 62), Closed(Eth, 0, after: 63),
            Closed(Eth, 0, after: 64));
        Assert.That(news.OfType<LiveNews.Closed>().Single().Slice.Candidates, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Bar_told_again_with_other_numbers_comes_as_past_after_its_slice()
    {
        var other = Bar(Btc, Start.AddMinutes(1)) with { Close = 100.5m };
        var news = await Run(
            Closed(Btc, 0, after: 61), (new LiveItem.Closed(other), 62), Closed(Btc, 0, after: 62), Closed(Eth, 0, after: 63),
            (new LiveItem.Closed(other with { Close = 99.5m }), 64));

        var (slice, again) = (news.FindIndex(n => n is LiveNews.Closed), news.FindLastIndex(n => n is LiveNews.Past));
        Assert.That(again, Is.GreaterThan(slice));
        Assert.That(((LiveNews.Closed)news[slice]).Slice.Candidates.Select(c => c.Close), Is.All.EqualTo(100m), "the first word stays");
        Assert.That(
            news.Skip(slice).OfType<LiveNews.Past>().SelectMany(past => past.Candidates).Select(c => c.Close),
            Is.EqualTo(new[] { 100.5m, 99.5m }));
    }

    [TestCase(-10, TestName = "Bar_of_a_time_gone_by_comes_as_past")]
    [TestCase(600_000, TestName = "Bar_of_the_future_comes_as_past_and_the_feed_goes_on")]
    public async Task Bar_out_of_time_comes_as_past(int minute)
    {
        var news = await Run(
            Closed(Btc, 0, after: 61), Closed(Btc, minute, after: 62), Closed(Eth, 0, after: 62), Closed(Btc, 1, after: 121),
            Closed(Eth, 1, after: 122));

        Assert.That(news.OfType<LiveNews.Closed>().Select(n => n.Slice.Candidates.Count), Is.EqualTo(new[] { 2, 2 }));
        var past = news.OfType<LiveNews.Past>().SelectMany(n => n.Candidates).Single();
        Assert.That((past.Instrument, past.ClosedAt), Is.EqualTo((Btc, Start.AddMinutes(minute + 1))));
    }

    [Test]
    public async Task Missing_bars_are_asked_for_and_come_as_past()
    {
        var news = await Run(Closed(Btc, 0, after: 61), Closed(Eth, 0, after: 61), Closed(Btc, 3, after: 241));

        Assert.That(asked[^1], Is.EqualTo((Btc, Start.AddMinutes(1))));
        var past = news.OfType<LiveNews.Past>().Last().Candidates;
        Assert.That(past.Select(c => c.ClosedAt), Is.EqualTo(new[] { Start.AddMinutes(2), Start.AddMinutes(3) }));
    }

    [Test]
    public async Task Bar_that_comes_an_interval_late_is_past()
    {
        var news = await Run(Closed(Btc, 0, after: 185), Pulse(after: 200));

        Assert.That(news.OfType<LiveNews.Closed>(), Is.Empty);
        Assert.That(news.OfType<LiveNews.Past>().Last().Candidates, Has.Count.EqualTo(3));
    }

    [Test]
    public async Task Every_connection_asks_for_what_it_may_have_missed()
    {
        clock.Set(Start.AddMinutes(5).AddSeconds(1));
        var news = await Run((new LiveItem.Connected(), 301));

        var later = Start.AddMinutes(5);
        Assert.That(asked, Is.EqualTo(new[] { (Btc, Start), (Eth, Start), (Btc, later), (Eth, later) }));
        Assert.That(news.OfType<LiveNews.Past>().Sum(p => p.Candidates.Count), Is.EqualTo(10));
    }

    [Test]
    public async Task Bars_that_cannot_be_had_are_told_and_asked_for_until_they_are_had()
    {
        away = true;
        var news = await Run(
            Closed(Btc, 2, after: 181), Closed(Btc, 3, after: 241), (new LiveItem.Pulse(), -1), Closed(Btc, 4, after: 301),
            Closed(Btc, 5, after: 361));

        Assert.That(news.OfType<LiveNews.Missing>().Count(), Is.EqualTo(4));
        var first = news.OfType<LiveNews.Past>().Single(past => past.Candidates.Count > 1);
        Assert.That(first.Candidates.Select(c => c.ClosedAt), Is.EqualTo(Enumerable.Range(1, 4).Select(m => Start.AddMinutes(m))));
        Assert.That(asked, Has.Count.EqualTo(5), "the bar after it finds no gap");
    }

    private async Task<List<LiveNews>> Run(params (LiveItem Item, int After)[] items)
    {
        var slices = new SliceAssembly("binance", Minute, 2, TimeSpan.FromSeconds(5));
        var settled = new SortedDictionary<InstrumentId, DateTimeOffset> { [Btc] = Start, [Eth] = Start };
        var feed = new BarFeed(Minute, slices, Past, settled, new LiveClock(clock));
        var news = new List<LiveNews>();
        await foreach (var told in feed.Run(Stream(items), CancellationToken.None)) news.Add(told);
        return news;
    }

    private async IAsyncEnumerable<LiveItem> Stream((LiveItem Item, int After)[] items)
    {
        yield return new LiveItem.Connected();
        foreach (var (item, after) in items)
        {
            if (after < 0) away = false;
            else clock.Set(Start.AddSeconds(after));
            yield return item;
        }
        await Task.CompletedTask;
    }

    private Task<LivePast> Past(InstrumentId instrument, DateTimeOffset from, CancellationToken ct)
    {
        asked.Add((instrument, from));
        if (away) return Task.FromResult(LivePast.Failed("timeout"));
        var bars = new List<BarCandidate>();
        for (var close = from; close <= clock.GetUtcNow().AddMinutes(1); close = close.AddMinutes(1)) bars.Add(Bar(instrument, close));
        return Task.FromResult(new LivePast(bars, clock.GetUtcNow()));
    }

    private static (LiveItem Item, int After) Closed(InstrumentId instrument, int minute, int after) =>
        (new LiveItem.Closed(Bar(instrument, Start.AddMinutes(minute + 1))), after);

    private static (LiveItem Item, int After) Pulse(int after) => (new LiveItem.Pulse(), after);

    private static BarCandidate Bar(InstrumentId instrument, DateTimeOffset closedAt) =>
        new("venue", instrument, Minute, closedAt, 100m, 101m, 99m, 100m, 5m, CloseOnly: false);
}
