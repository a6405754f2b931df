using Superintel.Ingestion.MarketData;
using Superintel.Ingestion.MarketData.Freshness;
using Superintel.Ingestion.Tests.Fixtures;
using Superintel.Kernel;

namespace Superintel.Ingestion.Tests.MarketData.Freshness;

public sealed class FreshnessGateTests
{
    private static readonly FreshnessLimits Limits = new();

    private static SeriesFreshness Known(int lastDay, bool stale = false, string feed = "sample") =>
        new(feed, Some.Id, BarInterval.Day, Some.Day(lastDay), stale);

    private static FreshnessChange Judge(SeriesFreshness? known, Bar? bar, int nowDay) =>
        FreshnessGate.Judge("sample", known is null ? [] : [known], bar is null ? [] : [bar], Some.Day(nowDay), Limits);

    [Test]
    public void First_fresh_bar_is_noted_and_told_to_nobody()
    {
        var change = Judge(null, Some.Bar(1), 1);
        Assert.That((change.Changed.Single().LastBarAt, change.Events.Count), Is.EqualTo((Some.Day(1), 0)));
    }

    [TestCase(8, false)]
    [TestCase(9, true)]
    public void Series_when_its_last_bar_is_more_than_a_week_old_becomes_stale(int nowDay, bool stale) =>
        Assert.That(Judge(Known(1), null, nowDay).Events.Count == 1, Is.EqualTo(stale));

    [Test]
    public void Stale_series_is_told_once() => Assert.That(Judge(Known(1, stale: true), null, 20).Events, Is.Empty);

    [Test]
    public void Stale_series_when_a_bar_comes_is_fresh_again()
    {
        var told = Judge(Known(1, stale: true), Some.Bar(20), 20).Events.Single();
        Assert.That((told.Stale, told.LastBarAt, told.InstrumentId), Is.EqualTo((false, Some.Day(20), Some.Id.ToString())));
    }

    [Test]
    public void Imported_series_is_never_fresh_until_a_feed_has_it()
    {
        var history = Known(1, stale: true, feed: "import");
        Assert.Multiple(() =>
        {
            Assert.That(Judge(history, null, 2).Changed, Is.Empty);
            Assert.That(Judge(history, Some.Bar(2), 2).Changed.Single(), Is.EqualTo(Known(2)));
        });
    }

    [FsCheck.NUnit.Property]
    public bool Staleness_told_alternates_whatever_arrives(bool[] bars)
    {
        SeriesFreshness? known = null;
        var told = new List<bool>();
        for (var day = 1; day <= bars.Length; day++)
        {
            var change = Judge(known, bars[day - 1] ? Some.Bar(day * 5) : null, day * 5);
            known = change.Changed.SingleOrDefault() ?? known;
            told.AddRange(change.Events.Select(e => e.Stale));
        }
        return told.Index().All(t => t.Item == (t.Index % 2 == 0));
    }
}
